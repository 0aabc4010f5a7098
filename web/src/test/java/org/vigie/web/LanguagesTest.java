package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Finding;

class LanguagesTest {
  @TempDir Path folder;

  @Test
  void areThoseWhoseFilesComeWithTheConsole() {
    assertThat(Languages.builtIn().all()).containsExactly(Locale.ENGLISH, Locale.FRENCH);
    assertThat(Languages.in(folder.resolve("none"))).isSameAs(Languages.builtIn());
  }

  @Test
  void areMoreOnceAFolderHoldsFurtherFiles() throws Exception {
    Files.writeString(folder.resolve("phrases_de.properties"), "nav.alerts=Hinweise\n");
    Files.writeString(folder.resolve("indicators_de.properties"), "LX-09=Schuldknechtschaft\n");
    Files.writeString(
        folder.resolve("findings_de.properties"),
        "category.recruitment=Anwerbung\nquery-nothing=nichts\n");
    Languages languages = Languages.in(folder);

    assertThat(languages.all()).containsExactly(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
    Phrases german = languages.preferred("de-AT, en;q=0.5");
    assertThat(german.tag()).isEqualTo("de");
    assertThat(german.of("nav.alerts")).isEqualTo("Hinweise");
    assertThat(german.indicator("LX-09", "debt bondage")).isEqualTo("Schuldknechtschaft");
    assertThat(german.value("category", "recruitment")).isEqualTo("Anwerbung");
    assertThat(german.explain(Worded.said(Finding.of("query-nothing")))).isEqualTo("nichts");
    assertThat(german.others()).containsExactly(Locale.ENGLISH, Locale.FRENCH);
    assertThat(languages.phrases(Locale.FRENCH).others())
        .containsExactly(Locale.ENGLISH, Locale.GERMAN);
  }

  @Test
  void sayInEnglishWhatAFileLacks() throws Exception {
    Files.writeString(folder.resolve("phrases_de.properties"), "nav.alerts=Hinweise\n");
    Phrases german = Languages.in(folder).phrases(Locale.GERMAN);

    assertThat(german.of("nav.clusters")).isEqualTo("Clusters");
    assertThat(german.indicator("LX-09", "")).isEqualTo("debt bondage");
    assertThat(german.meaning("LX-09")).isEqualTo("A debt must be worked off.");
    assertThat(german.value("category", "recruitment")).isEqualTo("recruitment");
    assertThat(german.explain(Worded.said(Finding.of("query-nothing")))).isEqualTo("nothing");
  }

  @Test
  void takeTheFolderForTheirOwnFiles() throws Exception {
    Files.writeString(folder.resolve("phrases_fr.properties"), "nav.alerts=Signaux\n");
    Phrases french = Languages.in(folder).phrases(Locale.FRENCH);
    assertThat(french.of("nav.alerts")).isEqualTo("Signaux");
    assertThat(french.value("category", "recruitment")).isEqualTo("recrutement");
  }

  @Test
  void refuseAFileThatCannotBeUnderstood() throws Exception {
    Files.writeString(folder.resolve("phrases_de.properties"), "nav.alerts={0,number\n");
    assertThatThrownBy(() -> Languages.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nav.alerts in phrases_de.properties");
    Files.writeString(folder.resolve("phrases_de.properties"), "");
    Files.writeString(folder.resolve("findings_de.properties"), "query-nothing={0,number\n");
    assertThatThrownBy(() -> Languages.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("query-nothing in findings_de.properties");
  }

  @Test
  void areCalledAsTheyCallThemselves() {
    assertThat(List.of(Phrases.nameOf(Locale.FRENCH), Phrases.nameOf(Locale.GERMAN)))
        .containsExactly("Français", "Deutsch");
    assertThat(Phrases.in(Locale.FRENCH).isRightToLeft()).isFalse();
  }

  @Test
  void areWrittenFromRightToLeftWhereTheirOwnNameIs() throws Exception {
    Files.writeString(folder.resolve("phrases_ar.properties"), "");
    assertThat(Languages.in(folder).phrases(Locale.of("ar")).isRightToLeft()).isTrue();
  }
}
