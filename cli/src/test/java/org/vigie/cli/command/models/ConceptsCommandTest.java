package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;

/** The word forms that Vigie brings along, and changed copies of them. */
class ConceptsCommandTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("vigie.root", "..")).resolve("models").toAbsolutePath();
  private static final String MODELS = "--models=" + SHIPPED;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private String english = "";

  @BeforeEach
  void start() throws IOException {
    here = Here.in(folder);
    english = Files.readString(SHIPPED.resolve("concepts/en.yaml"));
    Files.writeString(
        folder.resolve("changed.yaml"),
        english.replace("id-document: [", "id-document: [\"blorble*\", "));
  }

  @Test
  void showsWhatAChangedFileFindsInAdvertsAndPlainLines() throws IOException {
    Files.writeString(
        folder.resolve("sample.txt"),
        """
        The boss keeps my blorble in the office.
        {"id":"b-2","text":"Nice flat. He took our blorbles.","language":"en"}
        Fresh bread every day.
        {"id":
        """);

    assertThat(here.vigie("concepts", "try", "changed.yaml", "--sample", "sample.txt", MODELS))
        .as(here.err())
        .isEqualTo(5);

    assertThat(here.out())
        .contains("newly found:\n", "  concept id-document: 2, in texts: 2\n")
        .contains("    sample.txt:1: The boss keeps my «blorble» in the office")
        .contains("    b-2: He took our «blorbles»")
        .contains("  frame LX-07 kept-by-them: ", "lost: nothing")
        .endsWith("texts: 3 read, 2 of them otherwise than before\n");
    assertThat(here.err()).startsWith("sample.txt:4: not read: ");
  }

  @Test
  void countsButDoesNotShowTextsOfMinorRisk() throws IOException {
    Files.writeString(
        folder.resolve("sample.txt"), "Newborn baby for adoption, 10000 euro, bring blorble\n");

    assertThat(here.vigie("concepts", "try", "changed.yaml", "--sample", "sample.txt", MODELS))
        .as(here.err())
        .isZero();

    assertThat(here.out())
        .contains("minor-risk route: 1", "concept id-document: 1")
        .doesNotContain("Newborn");
  }

  @Test
  void refusesABrokenFileTheFormerFileAndAMissingSample() throws IOException {
    Files.writeString(folder.resolve("broken.yaml"), english.replace("boss: [", "boss: [[[\n"));
    Files.writeString(folder.resolve("s.txt"), "Bread.\n");

    assertThat(here.vigie("concepts", "try", "broken.yaml", "--sample", "s.txt", MODELS))
        .isEqualTo(4);
    assertThat(here.err()).contains("broken.yaml").doesNotContain("internal error");
    assertThat(here.err().lines()).hasSize(1);
    String own = SHIPPED.resolve("concepts/en.yaml").toString();
    assertThat(here.vigie("concepts", "try", own, "--sample", "s.txt", MODELS)).isEqualTo(4);
    assertThat(here.err()).contains("must be a changed copy");
    assertThat(here.vigie("concepts", "try", "changed.yaml", "--sample", "no.txt", MODELS))
        .isEqualTo(4);
  }

  @Test
  void listsWhatDiffersFromTheFolderOfModels() {
    assertThat(here.vigie("concepts", "diff", "changed.yaml", MODELS)).as(here.err()).isZero();

    assertThat(here.out())
        .isEqualTo("added  id-document  blorble*\npatterns: 1 added, 0 removed, 0 moved\n");
  }

  @Test
  void tellsWhatNothingReads() throws IOException {
    Files.writeString(
        folder.resolve("slips.yaml"),
        english
            .replace("  id-document: [", "  id-documnt: [\"blorble*\"]\n  id-document: [")
            .replace("  boss: [", "  boss: [\"pass*port\", \"(boss|chief)\", \"z+\", "));
    Files.writeString(folder.resolve("s.txt"), "Bread.\n");
    String unknown = "unknown concept id-documnt: no sign, search or gloss reads it; like it: id-";

    assertThat(here.vigie("concepts", "diff", "slips.yaml", MODELS)).as(here.err()).isZero();
    assertThat(here.out())
        .contains(
            unknown,
            "boss: 'pass*port' can't be a word form",
            "boss: '(boss|chief)' can't",
            "boss: 'z+' can't");
    assertThat(here.vigie("concepts", "try", "slips.yaml", "--sample", "s.txt", MODELS))
        .isEqualTo(4);
    assertThat(here.out()).startsWith("boss: 'pass*port'").contains(unknown);
    assertThat(here.err()).contains("slips.yaml: concepts.boss: ", "'(boss|chief)' has |");
  }

  @Test
  void showsHowFarEachLanguageReaches() {
    assertThat(here.vigie("concepts", "coverage", MODELS)).as(here.err()).isZero();
    assertThat(here.out().lines())
        .anyMatch(line -> line.matches("en +English +\\d+ +\\d+ +\\d+.*"));

    assertThat(here.vigie("concepts", "coverage", "--lang", "xx", MODELS)).isEqualTo(4);
    assertThat(here.err()).contains("must have a file of concepts for xx, but has am, ar,");
  }

  @Test
  void showsWhatThereIsToReadSignsByInEachLanguage() throws IOException {
    assertThat(here.vigie("models", "languages", MODELS)).as(here.err()).isZero();
    assertThat(here.out().lines())
        .anyMatch(line -> line.matches("fr +French +\\d+ of \\d+ .* not measured +nobody yet"));

    recall("\"fr\":{\"found\":3,\"texts\":4}");
    assertThat(here.vigie("models", "languages", MODELS)).as(here.err()).isZero();
    assertThat(here.out().lines())
        .anyMatch(line -> line.matches("fr +French .* 0\\.75 of 4 +nobody yet"))
        .anyMatch(line -> line.matches("de +German .* not measured +nobody yet"));

    assertThat(here.vigie("models", "languages", "--json", MODELS)).as(here.err()).isZero();
    assertThat(here.out().lines())
        .anyMatch(line ->
            line.matches(
                "\\{\"language\":\"fr\",.*\"first\":\\d+.*\"recall\":\\{\"found\":3,\"texts\":4},\"readBy\":null}"));

    recall("\"fr\":{\"found\":3}");
    assertThat(here.vigie("models", "languages", MODELS)).isEqualTo(4);
    assertThat(here.err()).contains("needs found and texts of language fr");
  }

  private void recall(String languages) throws IOException {
    Path file = folder.resolve("home/docs/reference/sign-recall.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"languages\":{%s}}".formatted(languages));
  }

  @Test
  void suggestsACodeWordThatMissedTextsShare() throws IOException {
    StringBuilder lines = new StringBuilder("family\tstance\tgenre\tstyle\ttext\n");
    for (String place : new String[] {"barn", "shop", "mill", "yard"}) {
      lines.append("wages\tsaid\tcomplaint\tslang\tAt the %s they zorfled it\n".formatted(place));
      lines.append("none\tother\tother\tplain\tAt the %s they sell bread\n".formatted(place));
    }
    Files.writeString(folder.resolve("judged.tsv"), lines);

    assertThat(here.vigie("concepts", "suggest", "judged.tsv", "--lang", "en", MODELS))
        .as(here.err())
        .isZero();

    assertThat(here.out())
        .startsWith("wages: missed in texts: 4\n")
        .contains(
            "zorfled it: in texts: 4, in ordinary ones: 0\n", "    At the barn they zorfled it")
        .doesNotContain("  at the: ");

    Files.writeString(folder.resolve("judged.tsv"), "wages\tsaid\n");
    assertThat(here.vigie("concepts", "suggest", "judged.tsv", "--lang", "en", MODELS))
        .isEqualTo(4);
    assertThat(here.err()).contains("judged.tsv:1 must have 5 fields, but has 2");
  }
}
