package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.files.failure.UserError;

class HelplineTest {
  @Test
  void areListedWithWhereAndWhenTheirNumbersWereRead() throws Exception {
    List<Helpline> all = Helpline.builtIn();

    assertThat(all).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    for (Helpline line : all) {
      assertThat(line.source()).as(line.name()).matches("https?://[^ ]+\\.[^ ]+");
      assertThat(line.seen()).as(line.name()).isNotNull();
      if (!line.country().equals(Helpline.UNION)) {
        assertThat(Locale.getISOCountries()).contains(line.country());
      }
    }
  }

  @Test
  void areThereForEachMemberOfTheUnionButSlovenia() throws Exception {
    assertThat(Helpline.builtIn().stream().map(Helpline::country))
        .as("no page that we read names one for SI")
        .contains(
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SK"
                .split(" "));
  }

  @Test
  void needASourceAndADay() {
    assertThatThrownBy(() ->
            Helpline.parse(
                """
                helplines:
                  - {country: FR, name: "A", number: "01 00", site: "", seen: "2026-01-01"}
                """,
                "lines.yaml"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("source");
    assertThatThrownBy(() ->
            Helpline.parse(
                """
                helplines:
                  - {country: FR, name: "A", number: "call me", source: "https://example.org", seen: "2026-01-01"}
                """,
                "lines.yaml"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("number must be digits");
  }
}
