package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AlertLine;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Reason;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.finding.ReasonLines;
import org.vigie.text.finding.SignLines;
import org.vigie.web.pages.part.SignMark;

class WordedTest {
  private static final Phrases FRENCH = Phrases.in(Locale.FRENCH);

  @TempDir Path folder;

  @Test
  void areSaidInTheReadersLanguageWithTheNamesOfSigns() {
    Indicator sign = sign("wording 'passport'", Finding.of("said-in-text"));
    Worded line = Worded.said(SignLines.inAdverts(sign, 3, 4));

    assertThat(FRENCH.tell(line))
        .isEqualTo("RC-07 pièce d’identité demandée tôt (E, contrôle) dans 3 annonces sur 4");
    assertThat(Phrases.in(Locale.ENGLISH).tell(line))
        .isEqualTo("RC-07 identity document demanded early (E, control) in 3 of 4 adverts");
    assertThat(FRENCH.tell(SignMark.whole(sign).more()))
        .isEqualTo("[contrôle, E] dit dans le texte");
  }

  @Test
  void areShownAsTheyAreIfAnEarlierReleaseWroteThem() {
    assertThat(FRENCH.tell(Worded.of("5 adverts of one campaign on 1 site")))
        .isEqualTo("5 adverts of one campaign on 1 site");
    assertThat(FRENCH.tell(SignMark.whole(sign("said in the text", Finding.NONE)).more()))
        .isEqualTo("[contrôle, E] said in the text");
    Reason former = new Reason("word 'passport'", 0.53, List.of());
    assertThat(FRENCH.tell(Worded.said(ReasonLines.weighed(former))))
        .isEqualTo("+0,53 word 'passport'");
    assertThat(former.isOfSign("RC-07")).isFalse();
    assertThat(new Reason("indicator RC-07", 1, List.of()).isOfSign("RC-07")).isTrue();
  }

  @Test
  void sayWhyACommandIsRefusedWithAddressesAsTheyAre() {
    Finding why = Finding.of("mandate-file-missing").with("file", "https://u.example.org/m.yaml");
    AlertLine line = AlertLine.of(why);
    Worded refusal = Worded.of(new UserError(Exit.MANDATE, line, FindingWords.english().say(line)));
    assertThat(refusal.text())
        .isEqualTo("https://u.example.org/m.yaml must hold a mandate, but there is no such file");
    assertThat(FRENCH.explain(refusal))
        .isEqualTo(
            "https://u.example.org/m.yaml doit contenir un mandat, mais ce fichier n’existe pas");
    assertThat(refusal.isAsItIs()).isFalse();
    Worded other = Worded.of(UserError.ofInput("a plug-in must end, but doesn't"));
    assertThat(FRENCH.explain(other)).isEqualTo("a plug-in must end, but doesn't");
    assertThat(other.isAsItIs()).isTrue();
    assertThat(Worded.said(SignLines.text("as it is")).isAsItIs()).isTrue();
  }

  @Test
  void openNoAddressAndHideNoLine() {
    Worded hostile = Worded.said(SignLines.text("see https://bad.example.org/x\nor\u202eelse"));
    assertThat(FRENCH.tell(hostile))
        .doesNotContain("https://", "\n", "\u202e")
        .contains("hxxps://bad[.]example[.]org");
  }

  @Test
  void areSaidAsAFolderOfAWorkspaceHasIt() throws Exception {
    Files.writeString(folder.resolve("phrases_de.properties"), "nav.alerts=Hinweise\n");
    Path file = folder.resolve("findings_de.properties");
    Files.writeString(file, "said-in-text=steht im Text\n");
    Phrases german = Languages.in(folder).phrases(Locale.GERMAN);

    assertThat(german.tell(Worded.said(Finding.of("said-in-text")))).isEqualTo("steht im Text");
    assertThat(german.tell(Worded.said(Finding.of("weighed-in-all"))))
        .isEqualTo("in all: the log-odds of this risk");
    Files.writeString(file, "circuit={places, plural\n");
    assertThatThrownBy(() -> Languages.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("circuit in findings_de.properties");
  }

  private static Indicator sign(String detail, Finding found) {
    return new Indicator(
        "RC-07",
        "identity document demanded early",
        "control",
        EvidenceGrade.EXPERT,
        true,
        List.of(),
        detail,
        found);
  }
}
