package org.vigie.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.advert.plugin.TranslatorPlugin;
import org.vigie.casework.Readme;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.casework.meaning.Glosses;
import org.vigie.casework.meaning.Translations;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.evidence.Dossier;
import org.vigie.exchange.evidence.EvidenceItem;
import org.vigie.exchange.evidence.EvidencePackage;
import org.vigie.exchange.evidence.ForeignText;
import org.vigie.exchange.evidence.WithheldCaptures;
import org.vigie.exchange.marking.Tlp;

/** What stands beside foreign adverts in a package's report, and nowhere else of it. */
class ForeignTextsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final String RUSSIAN = "Ищем официанток. Паспорт остаётся в сейфе";
  private static final String SAID =
      "The passport stays in the safe <b>, see https://example.org/1";

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();

  @Test
  void standInTheReportMarkedAsMachineMadeAndInNoOtherFile() throws Exception {
    Path made = write(Locale.ENGLISH, by(SAID), advert("ru", RUSSIAN));
    String html = Files.readString(made.resolve("data/report.html"));
    int machine = html.indexOf("class=\"machine\"");

    assertThat(html.substring(0, machine)).doesNotContain("passport stays", "[pasport]");
    assertThat(html.substring(machine, html.indexOf("class=\"human\"")))
        .containsSubsequence(
            "<h5>Gloss: made by a machine, word by word; no translation</h5>",
            "Паспорт [pasport]: identity document",
            "<h5>Translation: made by a machine (fake)</h5>",
            "It may be wrong and is no quotation",
            "<pre>The passport stays in the safe ‹b›, see hxxps://example[.]org/1</pre>");
    for (String file : List.of("adverts.jsonl", "case.jsonld")) {
      assertThat(made.resolve("data").resolve(file)).content().doesNotContain("passport stays");
    }
  }

  @Test
  void areInTheReadersLanguage() throws Exception {
    String html =
        Files.readString(
            write(Locale.FRENCH, by("Le passeport reste"), advert("ru", RUSSIAN))
                .resolve("data/report.html"));

    assertThat(html)
        .contains("<h5>Glose : faite par une machine", "<h5>Traduction : faite par une machine")
        .contains("[pasport]: pièce d’identité");
    assertThat(asked).containsExactly("ru fr");
  }

  @Test
  void areAGlossAloneWhereNobodyTranslatesAndNothingInTheReadersOwnLanguage() {
    assertThat(told(Translations.none(), advert("ru", RUSSIAN)).getFirst().gloss()).isNotEmpty();
    assertThat(told(Translations.none(), advert("ru", RUSSIAN)).getFirst().translation()).isNull();
    assertThat(told(by(SAID), advert("en", "The passport stays here")))
        .containsExactly(ForeignText.none());
  }

  @Test
  void askATranslatorThatFailsNoMore() throws Exception {
    AssessedAdvert[] adverts = {advert("ru", RUSSIAN), advert("ru", RUSSIAN + " 2")};

    List<ForeignText> told = told(by(""), adverts);

    assertThat(asked).hasSize(1);
    assertThat(told.stream().map(ForeignText::translation))
        .containsOnly(new ForeignText.Translated("", "fake", false));
    assertThat(Files.readString(write(Locale.ENGLISH, by(""), adverts).resolve("data/report.html")))
        .contains("None came when the package was made.");
  }

  @Test
  void areNotWaitedForWithoutEnd() {
    AtomicReference<Instant> now = new AtomicReference<>(NOON);
    Clock passing =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now.getAndUpdate(at -> at.plus(Duration.ofMinutes(2)));
          }
        };
    AssessedAdvert[] adverts =
        Stream.of("1", "2", "3", "4").map(n -> advert("ru", n)).toArray(AssessedAdvert[]::new);

    new ForeignTexts(glosses(), by(SAID), Locale.ENGLISH, passing).addTo(dossier(adverts));

    assertThat(asked).hasSize(2);
  }

  private List<ForeignText> told(Translations translations, AssessedAdvert... adverts) {
    return new ForeignTexts(glosses(), translations, Locale.ENGLISH, CLOCK)
        .addTo(dossier(adverts)).items().stream().map(EvidenceItem::foreign).toList();
  }

  private Path write(Locale reader, Translations translations, AssessedAdvert... adverts)
      throws IOException {
    Path out = folder.resolve("package");
    Dossier told = new ForeignTexts(glosses(), translations, reader, CLOCK).addTo(dossier(adverts));
    new EvidencePackage(folder, SigningKey.make(folder.resolve("key.pem")), reader)
        .write(told, out, (content, hash) -> {});
    return out;
  }

  private static Glosses glosses() {
    return new Glosses(Readme.project().resolve("models"));
  }

  private Translations by(String answer) {
    return new Translations(
        new TranslatorPlugin() {
          @Override
          public String name() {
            return "fake";
          }

          @Override
          public String translate(String text, String from, String to) throws IOException {
            asked.add(from + " " + to);
            if (answer.isEmpty()) {
              throw new IOException("it must answer, but didn't");
            }
            return answer;
          }
        });
  }

  private static AssessedAdvert advert(String language, String text) {
    return new AssessedAdvert(
        Advert.builder(Channel.FORUM, "forum.example.org", NOON).body(text).build(),
        language,
        List.of(),
        Entities.none(),
        List.of(),
        new Assessment("work", Outcome.UNDETERMINED, 0.1, 0.1, List.of(), "m-1", "1"));
  }

  private static Dossier dossier(AssessedAdvert... adverts) {
    return new Dossier(
        SyntheticMandate.forTrial("exchange", NOON),
        new Dossier.Handover("Prosecutor, Exampleland", "asked", "ana", "eva", 1, Tlp.AMBER, null),
        Stream.of(adverts).map(each -> new EvidenceItem(each, null, "", List.of())).toList(),
        List.of(),
        WithheldCaptures.nothing(),
        new Dossier.Making("ana", NOON, "Vigie 1.0", new TreeMap<>()));
  }
}
