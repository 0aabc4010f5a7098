package org.vigie.casework.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Severity;
import org.vigie.casework.config.WatchlistFile;
import org.vigie.files.yaml.YamlFile;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.pipeline.neardup.NearDuplicateConfig;

class WatchlistTextTest {
  private static final WatchedContact PHONE =
      new WatchedContact(
          "phone:+33639980001",
          "a driver's: #1",
          Severity.URGENT,
          "Agency, Exampleland",
          "amber+strict",
          LocalDate.of(2027, 1, 31));

  @Test
  void addsBelowTheLastContactAndLeavesAllElse() {
    String text =
        """
        # ours
        contacts:
        - contact: a@example.org   # the first
          note: case 118

        templates:
          - name: farm
            text: We hire staff for a farm in the north
        """;

    String added = WatchlistText.with(text, List.of(PHONE));

    assertThat(added)
        .isEqualTo(
            """
            # ours
            contacts:
            - contact: a@example.org   # the first
              note: case 118
            - contact: 'phone:+33639980001'
              note: 'a driver''s: #1'
              severity: 'urgent'
              source: 'Agency, Exampleland'
              marking: 'amber+strict'
              expires: '2027-01-31'

            templates:
              - name: farm
                text: We hire staff for a farm in the north
            """);
    assertThat(read(added).contacts())
        .containsExactly(
            new WatchedContact("email:a@example.org", "case 118", Severity.WARNING), PHONE);
  }

  @Test
  void makesTheListWhereThereIsNone() {
    for (String text : List.of("", "contacts: []\n", "contacts:\n", "templates: []\n")) {
      assertThat(read(WatchlistText.with(text, List.of(PHONE))).contacts())
          .as(text)
          .containsExactly(PHONE);
    }
  }

  @Test
  void refusesAListThatStandsInOneLine() {
    assertThatThrownBy(
            () -> WatchlistText.with("contacts: [{contact: a@example.org}]", List.of(PHONE)))
        .hasMessageContaining("write them below each other");
  }

  private static Watchlist read(String text) {
    return new WatchlistFile(
            NearDuplicateConfig.defaults(),
            typed -> List.of(typed.contains(":") ? typed : "email:" + typed))
        .read(YamlFile.parse(text, "watchlist.yaml"));
  }
}
