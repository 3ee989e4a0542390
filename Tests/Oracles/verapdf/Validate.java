import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds PDF files against profiles: Validate 2a,ua1 FILE... Prints what a file breaks, and a count at the end. */
public final class Validate {
  /** What is broken, by clause and test, with how often and the first place. */
  private static Map<String, String> offences(ValidationResult result) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> first = new TreeMap<>();
    for (TestAssertion test : result.getTestAssertions()) {
      if (test.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = test.getRuleId().getClause() + ", test " + test.getRuleId().getTestNumber();
      counts.merge(rule, 1, Integer::sum);
      first.putIfAbsent(rule, test.getMessage() + " at " + test.getLocation().getContext());
    }
    Map<String, String> offences = new TreeMap<>();
    counts.forEach((rule, count) -> offences.put(rule, count + " times: " + first.get(rule)));
    return offences;
  }

  public static void main(String[] arguments) {
    VeraGreenfieldFoundryProvider.initialise();
    var foundry = Foundries.defaultInstance();
    List<PDFAFlavour> profiles = new ArrayList<>();
    for (String name : arguments[0].split(",")) profiles.add(PDFAFlavour.fromString(name));
    int bad = 0;
    long checks = 0;
    for (int index = 1; index < arguments.length; index++) {
      for (PDFAFlavour profile : profiles) {
        try (var parser = foundry.createParser(new File(arguments[index]), profile);
            var validator = foundry.createValidator(profile, false)) {
          ValidationResult result = validator.validate(parser);
          checks += result.getTotalAssertions();
          if (result.isCompliant()) continue;
          bad++;
          System.out.println(arguments[index] + " is not " + profile);
          offences(result).forEach((rule, text) -> System.out.println("  " + rule + ": " + text));
        } catch (Exception failure) {
          bad++;
          System.out.println(arguments[index] + " cannot be read: " + failure);
        }
      }
    }
    int count = arguments.length - 1;
    System.out.println(
        (bad == 0 ? "PASS" : "FAIL") + ": " + count + " files, profiles " + arguments[0] + ", "
            + checks + " checks, " + bad + " failures");
    System.exit(bad == 0 ? 0 : 1);
  }
}
