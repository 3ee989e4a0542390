// Reads a calendar with libical and tells what breaks RFC 5545's restrictions; exit status 1 where something does.
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 74;
  static char text[16 << 20];
  text[fread(text, 1, sizeof text - 1, file)] = 0;
  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar) return 1;
  icalrestriction_check(calendar);
  int wrong = icalcomponent_count_errors(calendar), events = 0;
  for (icalcompiter it = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT); icalcompiter_deref(&it);
       icalcompiter_next(&it)) {
    icalcomponent *event = icalcompiter_deref(&it);
    events++;
    for (icalproperty *p = icalcomponent_get_first_property(event, ICAL_XLICERROR_PROPERTY); p;
         p = icalcomponent_get_next_property(event, ICAL_XLICERROR_PROPERTY)) {
      printf("%s\n", icalproperty_as_ical_string(p));
    }
  }
  printf("%d events, %d errors\n", events, wrong);
  return wrong > 0;
}
