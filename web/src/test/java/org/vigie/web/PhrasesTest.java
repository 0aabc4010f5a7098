package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Outcome;
import org.vigie.advert.Severity;
import org.vigie.advert.SlotKind;
import org.vigie.casework.AlertOutcome;
import org.vigie.casework.AlertState;
import org.vigie.casework.AlertStep;
import org.vigie.casework.Opinion;
import org.vigie.casework.Readme;
import org.vigie.casework.Subject;
import org.vigie.casework.people.Role;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.PhoneType;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.text.finding.FindingWords;
import org.vigie.web.pages.alert.AlertFilter;
import org.vigie.web.pages.alert.AlertGrouping;
import org.vigie.web.pages.casework.RulingPages;

class PhrasesTest {
  private static final Pattern SAID = Pattern.compile("frame\\.say\\(\"([a-z.-]+)\"[,)]");

  @Test
  void areCompleteInEveryLanguage() throws IOException {
    Properties english = file("");
    for (Locale language : Phrases.in(Locale.ENGLISH).others()) {
      assertThat(file("_" + language).keySet()).isEqualTo(english.keySet());
    }
  }

  @Test
  void haveAWordForAllThatTemplatesSay() throws IOException {
    Phrases phrases = Phrases.in(Locale.ENGLISH);
    try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
      for (Path template : templates.toList()) {
        Matcher said = SAID.matcher(Files.readString(template));
        while (said.find()) {
          assertThat(phrases.of(said.group(1))).as(said.group(1)).isNotBlank();
        }
      }
    }
  }

  @Test
  void haveAWordForEveryLabelInEveryLanguage() {
    List<String> keys = new ArrayList<>();
    each(Opinion.values(), value -> keys.add("opinion." + value.label()));
    each(AlertOutcome.values(), value -> keys.add("result." + value.label()));
    each(AlertState.Status.values(), value -> keys.add("status." + value.label()));
    each(AlertStep.Kind.values(), value -> keys.add("step." + value.label()));
    each(AlertFilter.values(), value -> keys.add("filter." + value.label()));
    each(AlertGrouping.values(), value -> keys.add("group." + value.label()));
    each(Subject.Kind.values(), value -> keys.add("subject." + value.label()));
    each(Role.values(), value -> keys.add("role." + value.label()));
    each(Outcome.values(), value -> keys.add("outcome." + value.label()));
    each(PhoneType.values(), value -> keys.add("phone." + value.label().replace(' ', '-')));
    each(SlotKind.values(), value -> keys.add("slot." + value.label()));
    each(Severity.values(), value -> keys.add("severity." + value.label()));
    each(EvidenceGrade.values(), value -> keys.add("grade." + value.symbol()));
    each(ClusterRuling.Kind.values(), value -> keys.add("ruling." + RulingPages.label(value)));
    for (Locale language : Languages.builtIn().all()) {
      for (String key : keys) {
        assertThat(Phrases.in(language).of(key)).as(key).isNotBlank();
      }
    }
  }

  @Test
  void haveANameAndAMeaningForEveryRowOfTheTaxonomyInEveryLanguage() throws IOException {
    List<Taxonomy.Row> rows = Taxonomy.load(Readme.project().resolve("models")).rows();
    assertThat(rows).hasSizeGreaterThan(70);
    Properties english = FindingWords.indicators(Locale.ENGLISH);
    assertThat(english).hasSize(2 * rows.size());
    for (Taxonomy.Row row : rows) {
      assertThat(english.getProperty(row.id())).isEqualTo(row.name());
      assertThat(english.getProperty(row.id() + ".means")).isEqualTo(row.definition());
    }
    for (Locale language : Phrases.in(Locale.ENGLISH).others()) {
      Properties file = FindingWords.indicators(language);
      assertThat(file.keySet()).isEqualTo(english.keySet());
      assertThat(file.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }
    assertThat(Phrases.in(Locale.FRENCH).indicator("LX-09", "debt bondage"))
        .isEqualTo("servitude pour dettes");
    assertThat(Phrases.in(Locale.FRENCH).indicator("ZZ-01", "a new row")).isEqualTo("a new row");
    assertThat(Phrases.in(Locale.ENGLISH).indicator("LX-09", "as a record has it"))
        .isEqualTo("as a record has it");
    assertThat(Phrases.in(Locale.FRENCH).meaning("LX-09"))
        .isEqualTo("Une dette doit être remboursée par le travail.");
  }

  @Test
  void nameWhoPublishedEveryRowOfTheTaxonomy() throws IOException {
    Map<String, String> published = new TreeMap<>();
    Taxonomy.load(Readme.project().resolve("models"))
        .rows()
        .forEach(row -> published.put(row.id(), row.source()));

    assertThat(file("sources", "")).containsExactlyInAnyOrderEntriesOf(new HashMap<>(published));
    assertThat(Phrases.in(Locale.FRENCH).source("OA-02")).isEqualTo("InfoShield 2021");
    assertThat(Phrases.in(Locale.FRENCH).source("ZZ-01")).isEmpty();
  }

  @Test
  void sayNothingInEnglishWhereTheLanguageHasWordsOfItsOwn() throws IOException {
    Properties english = file("");
    Properties french = file("_fr");
    List<String> same = new ArrayList<>();
    english.forEach((key, phrase) -> {
      if (phrase.equals(french.get(key))) {
        same.add(phrase.toString());
      }
    });
    assertThat(same)
        .containsOnly(
            "Pages",
            "Site",
            "Contact",
            "Contacts",
            "urgent",
            "Note",
            "Version",
            "Exports",
            "Format",
            "mobile");
  }

  @Test
  void letOnlyPeopleSaySuspect() throws IOException {
    for (String ending : List.of("", "_fr")) {
      file(ending)
          .forEach((key, phrase) -> {
            if (!key.equals("opinion.suspected")) {
              assertThat(phrase.toString().toLowerCase(Locale.ROOT))
                  .as(key.toString())
                  .doesNotContain("suspect", "soupç");
            }
          });
    }
  }

  private static <T> void each(T[] values, Consumer<T> action) {
    Arrays.stream(values).forEach(action);
  }

  @Test
  void followTheBrowsersWish() {
    assertThat(Phrases.in(Locale.FRENCH).preferred("fr-BE, en;q=0.5")).isEqualTo(Locale.FRENCH);
    assertThat(Phrases.in(Locale.FRENCH).preferred("ro, en;q=0.5")).isEqualTo(Locale.ENGLISH);
    assertThat(Phrases.in(Locale.FRENCH).preferred(";;;")).isEqualTo(Locale.ENGLISH);
    assertThat(Phrases.in(Locale.FRENCH).preferred("")).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void keepApostrophesAndBendWithNumbers() {
    assertThat(Phrases.in(Locale.ENGLISH).of("error.title")).isEqualTo("This can't be shown");
    assertThat(Phrases.in(Locale.ENGLISH).of("search.total", 1L)).isEqualTo("One advert matches.");
    assertThat(Phrases.in(Locale.ENGLISH).of("search.total", 1_234L))
        .isEqualTo("1,234 adverts match.");
    assertThat(Phrases.in(Locale.FRENCH).of("search.total", 0L))
        .isEqualTo("Aucune annonce ne correspond.");
  }

  private static Properties file(String ending) throws IOException {
    return file("phrases", ending);
  }

  private static Properties file(String kind, String ending) throws IOException {
    Properties properties = new Properties();
    String name = kind + ending + ".properties";
    try (InputStreamReader in =
        new InputStreamReader(Phrases.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
