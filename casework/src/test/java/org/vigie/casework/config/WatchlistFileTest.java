package org.vigie.casework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Severity;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.YamlFile;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.pipeline.alert.Watchlist.WatchedTemplate;
import org.vigie.pipeline.neardup.NearDuplicateConfig;

class WatchlistFileTest {
  @Test
  void readsContactsAndTexts() {
    Watchlist read =
        read(
            """
            contacts:
              - contact: +33 6 39 98 00 01
                note: case 118
                severity: urgent
            templates:
              - name: hotel
                text: We hire staff for a hotel in the south
                min-similarity: 0.4
              - name: farm
                text: We hire staff for a farm in the north
                severity: notice
            """);

    assertThat(read.contacts())
        .containsExactly(new WatchedContact("phone:+33639980001", "case 118", Severity.URGENT));
    assertThat(read.templates())
        .containsExactly(
            new WatchedTemplate(
                "hotel", "We hire staff for a hotel in the south", 0.4, Severity.WARNING),
            new WatchedTemplate(
                "farm", "We hire staff for a farm in the north", 0.25, Severity.NOTICE));
  }

  @Test
  void watchesNothingWithoutAFile() {
    assertThat(file().read(Path.of("no-such-watchlist.yaml"))).isEqualTo(Watchlist.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contacts: [{contact: nobody}] | contacts[0].contact: must be one phone, handle, e-mail address, wallet or IBAN, but names 0",
        "contacts: [{note: x}] | contacts[0].contact: must be there, but is missing",
        "contacts: [{contact: a@example.org}, {contact: a@example.org}] | each may be watched once, but email:a@example.org is twice",
        "templates: [{name: t, text: too short}] | templates[0].text: must have at least six words, but has fewer",
        "templates: [{name: t, text: a b c d e f, min-similarity: 2}] | templates[0].min-similarity: must be a number in [0, 1], but was '2'",
        "contacts: [{contact: a@example.org, marking: pink}] | contacts[0].marking: a TLP marking must be one of red, amber+strict, amber, green, clear, but wasn't",
        "contacts: [{contact: a@example.org, expires: soon}] | contacts[0].expires: must be a day such as 2026-12-31, but is another text",
        "template: [] | template is no known key; known here: contacts, templates",
      })
  void refusesWhatCannotBeWatchedWithItsPlace(String yaml, String error) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UserError.class)
        .hasMessage("watchlist.yaml: " + error);
  }

  private static Watchlist read(String yaml) {
    return file().read(YamlFile.parse(yaml, "watchlist.yaml"));
  }

  private static WatchlistFile file() {
    return new WatchlistFile(
        NearDuplicateConfig.defaults(),
        typed ->
            typed.startsWith("+33")
                ? List.of("phone:" + typed.replace(" ", ""))
                : typed.contains("@") ? List.of("email:" + typed) : List.of());
  }
}
