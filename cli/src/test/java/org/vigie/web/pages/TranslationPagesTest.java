package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.pipeline.workspace.Workspace;

/** The page of a foreign advert, where the settings name who translates. */
class TranslationPagesTest {
  private static final Instant MONDAY = Instant.parse("2026-02-23T08:00:00Z");

  private static final String SCRIPT =
      """
      n=0; while read line; do n=$((n+1)); echo asked >> "$0.asked"
      echo "{\\"done\\":$n,\\"text\\":\\"<img src=//x.example.org>Keep calm\\\\u202e\\"}"; done
      """;

  @TempDir private Path folder;

  private String id = "";

  private Document page(ServedConsole served, String path) throws Exception {
    return Jsoup.parse(served.as("analyst").get(path).body());
  }

  @Test
  void showsAMachinesTranslationAsSuchAsTextAloneAndFindsItNowhere() throws Exception {
    Advert advert =
        Advert.builder(Channel.FORUM, "forum.example.org", MONDAY)
            .body("Паспорт остаётся в сейфе")
            .postedAt(MONDAY)
            .field("colour", "red")
            .field("phone.country", "IE")
            .field(Advert.ENRICHED + "phone.country", "phones")
            .build();
    id = advert.id();
    try (ServedConsole served =
        ServedConsole.ofIndex(
            folder,
            writer -> {
              Workspace workspace = new Workspace(folder);
              Path script = folder.resolve("t.sh");
              Files.writeString(script, SCRIPT);
              Files.writeString(
                  workspace.config(),
                  """
                  plugins: {commands: [{name: own, kind: translator, command: /bin/sh ./t.sh}]}
                  translation: {by: own}
                  """);
              writer.put(
                  new AssessedAdvert(
                      advert,
                      "ru",
                      List.of(),
                      Entities.none(),
                      List.of(),
                      new Assessment(
                          "work", Outcome.UNDETERMINED, 0.1, 0.1, List.of(), "m-1", "1")));
            })) {
      assertThat(page(served, "/?q=calm").select(".total").text()).doesNotContain("One advert");
      assertThat(folder.resolve("t.sh.asked")).doesNotExist();

      Document page = page(served, "/adverts/" + id);

      Element shown = page.select("details.gloss").last();
      assertThat(shown).isNotNull();
      assertThat(shown.text()).contains("Translation by a machine", "own", "Keep calm", "<U+202E>");
      assertThat(shown.select("img")).isEmpty();
      assertThat(folder.resolve("t.sh.asked")).exists();
      assertThat(page(served, "/?q=calm").select(".total").text()).doesNotContain("One advert");
      assertThat(page.select("section.fact").text()).contains("red").doesNotContain("phones", "IE");
      assertThat(page.select("section.machine").text())
          .contains("Added by plug-ins", "phone.country IE phones");
    }
  }
}
