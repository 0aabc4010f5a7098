package org.vigie.web.pages.advert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Genre;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.advert.Sighting;
import org.vigie.advert.Span;
import org.vigie.advert.TextKind;
import org.vigie.search.shard.ShardWriter;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

/** The page of one advert. */
class AdvertPagesTest {
  private static final String EARLIER = "a-00000000000000000001";
  private static final String LATER = "a-00000000000000000002";
  private static final String ARABIC = "a-00000000000000000003";
  private static final String DISGUISED = "a-00000000000000000004";
  private static final String KOREAN = "a-00000000000000000005";
  private static final String COMPLAINT = "a-00000000000000000006";
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;

  @BeforeAll
  static void serve() throws Exception {
    served =
        ServedConsole.ofIndex(
            folder,
            writer -> {
              put(writer, EARLIER, "en", "hotel staff wanted in Lyon, passport kept");
              put(
                  writer,
                  LATER,
                  "en",
                  "hotel staff wanted in <script>x()</script> https://ex.example");
              put(writer, DISGUISED, "en", "p\u0430y\u200Bs in advance");
              put(writer, ARABIC, "ar", "مطلوب عمال بناء في الخارج");
              putComplaint(writer);
              writer.put(
                  new AssessedAdvert(
                      new Advert(
                          KOREAN,
                          "",
                          Channel.JOB_BOARD,
                          "jobs.example.org",
                          "",
                          MONDAY,
                          MONDAY,
                          "",
                          "식당에서 일할 사람을 찾습니다",
                          "ko",
                          "",
                          "",
                          Map.of(),
                          "test",
                          null),
                      "ko",
                      List.of(),
                      Entities.none(),
                      List.of(),
                      List.of()));
              writer.put(
                  new AdvertVersions(
                      "v-00000000000000000001",
                      "https://jobs.example.org/1",
                      List.of(
                          new AdvertVersions.Version(EARLIER, MONDAY),
                          new AdvertVersions.Version(LATER, MONDAY.plusSeconds(3_600)))));
            });
    analyst = served.as("analyst");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void leadsToTheVersionBeforeAndShowsTheWordsThatDiffer() throws Exception {
    Document page = page(LATER);
    Element moment = page.selectFirst(".timeline li:has(.changed)");

    assertThat(moment).isNotNull();
    assertThat(moment.text()).contains("edited from");
    assertThat(moment.selectFirst("a").attr("href")).isEqualTo("/adverts/" + EARLIER);
    assertThat(moment.select("del").text()).isEqualTo("Lyon, passport kept");
    assertThat(moment.select("ins").text()).isEqualTo("<script>x()</script> hxxps://ex[.]example");
    assertThat(moment.select("script")).isEmpty();
  }

  @Test
  void showsTheSameWordsTheOtherWayRoundOfTheVersionAfter() throws Exception {
    Element moment = page(EARLIER).selectFirst(".timeline li:has(.changed)");

    assertThat(moment).isNotNull();
    assertThat(moment.text()).contains("edited into");
    assertThat(moment.selectFirst("a").attr("href")).isEqualTo("/adverts/" + LATER);
    assertThat(moment.select("del").text()).isEqualTo("Lyon, passport kept");
  }

  @Test
  void saysOfAnIndicatorWhoPublishedItAndWhatItAdds() throws Exception {
    String indicator = page(EARLIER).select("ul.indicators li").text();

    assertThat(indicator)
        .contains("RC-07", "Source: HEUNI; EURES", "Adds to the log-odds: +0.41 recruitment");
  }

  @Test
  void saysNotWhatAnIndicatorAddsToWhoJudgesBlindly() throws Exception {
    Browser blind = served.as("analyst-2");
    blind.post("/blind", Map.of("blind", "on", "next", "/"));

    assertThat(blind.get("/adverts/" + EARLIER).body())
        .contains("HEUNI; EURES")
        .doesNotContain("0.41");
  }

  @Test
  void tellsOnHoverHowAWarningSignReadsWithoutItsDisguise() throws Exception {
    Document page = page(DISGUISED);

    assertThat(page.select(".evidence mark.indicator").first().attr("title"))
        .startsWith("RC-07")
        .endsWith("without its disguise «pays»");
    assertThat(page.select(".evidence mark.badge").eachText())
        .containsExactly("U+200B", "Latn+Cyrl");
    assertThat(page(EARLIER).select(".evidence mark.indicator").first().attr("title"))
        .doesNotContain("disguise");
  }

  @Test
  void letsTheTextTellItsDirectionAndLanguage() throws Exception {
    Element evidence = page(ARABIC).selectFirst(".evidence");

    assertThat(evidence).isNotNull();
    assertThat(evidence.attr("lang")).isEqualTo("ar");
    assertThat(evidence.selectFirst("bdi").attr("dir")).isEqualTo("auto");
    assertThat(evidence.text()).contains("مطلوب عمال بناء");
  }

  @Test
  void saysWhyAnAdvertWasNotAssessedAndNoNumber() throws Exception {
    assertThat(page(KOREAN).select(".machine .verdict").eachText())
        .containsExactly("not assessed: no Korean yet");
    Element card = Jsoup.parse(analyst.get("/?q=outcome:not-assessed").body()).selectFirst(".card");
    assertThat(card).isNotNull();
    assertThat(card.select(".risk").text()).isEqualTo("not assessed: no Korean yet");
  }

  @Test
  void saysThatTheWriterOfAComplaintMayBeAVictimAndWhomToAsk() throws Exception {
    Document complaint = page(COMPLAINT);

    assertThat(complaint.select(".machine .writer").text())
        .startsWith("its writer may be a victim");
    assertThat(complaint.select(".machine").text())
        .contains("Kind of text: complaint or cry for help, sureness 0.95.")
        .contains("Comité contre l'esclavage moderne: 01 44 52 88 90", "SOS: 112")
        .doesNotContain("La Strada");
    assertThat(page(EARLIER).select(".machine .writer")).isEmpty();
  }

  private static Document page(String id) throws Exception {
    return Jsoup.parse(analyst.get("/adverts/" + id).body());
  }

  private static void putComplaint(ShardWriter writer) throws Exception {
    writer.put(
        new AssessedAdvert(
            new Advert(
                COMPLAINT,
                "",
                Channel.FORUM,
                "forum.example.org",
                "",
                MONDAY,
                MONDAY,
                "",
                "Help us, the boss took our passports",
                "en",
                "FR",
                "",
                Map.of(),
                "test",
                null),
            "en",
            List.of(),
            Entities.none(),
            List.of(
                new Indicator(
                    "LX-07",
                    "retention of identity documents",
                    "control",
                    EvidenceGrade.EXPERT,
                    true,
                    List.of(new Span(9, 36)),
                    "")),
            List.of(),
            new TextKind(Genre.COMPLAINT, 0.95)));
  }

  private static void put(ShardWriter writer, String id, String language, String text)
      throws Exception {
    writer.put(
        new AssessedAdvert(
            new Advert(
                id,
                "",
                Channel.JOB_BOARD,
                "jobs.example.org",
                "",
                MONDAY,
                MONDAY,
                "",
                text,
                language,
                "FR",
                "Lyon",
                Map.of(),
                "test",
                null),
            language,
            List.of(),
            new Entities(List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(
                new Indicator(
                    "RC-07",
                    "identity document demanded early",
                    "control",
                    EvidenceGrade.EXPERT,
                    true,
                    List.of(new Span(0, 5)),
                    "")),
            List.of(
                new Assessment(
                    "recruitment",
                    Outcome.RISK,
                    0.8,
                    Map.of(),
                    0.8,
                    List.of(new Reason("indicator RC-07", 0.41, List.of())),
                    "risk-recruitment-1",
                    "taxonomy-2"))));
    writer.put(new Sighting(id, MONDAY, MONDAY, 1, List.of(), List.of(), List.of()));
  }
}
