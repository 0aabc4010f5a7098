package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Genre;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

class AssessExplainTest {
  private static final Pattern KIND = Pattern.compile("([a-z-]+) ([+-][0-9]+\\.[0-9]{2})");

  @TempDir Path folder;

  @Test
  void tellsWhatEachKindOfTextHasForItAndWhatEachSentenceAdds() {
    Here here = Here.in(folder).home(Readme.project());
    String text = "Cook wanted for a school kitchen. Call us on Monday with your references.";

    assertThat(here.vigie("assess", "--explain", "--lang", "en", "--text", text))
        .as(here.err())
        .isZero();

    String line =
        here.out()
            .lines()
            .filter(one -> one.startsWith("  kind of text, in log-odds: "))
            .findFirst()
            .orElseThrow();
    List<MatchResult> kinds = KIND.matcher(line).results().toList();
    assertThat(kinds).hasSize(Genre.values().length);
    assertThat(kinds).isSortedAccordingTo((a, b) -> Double.compare(odds(b), odds(a)));
    assertThat(here.out().lines().filter(one -> one.matches(" {4}[+-][0-9.]+ to .* sentence [12]")))
        .hasSize(2);
  }

  @Test
  void saysOfAFileThatItIsNoTextOrHoldsNoAdvert() throws Exception {
    Here here = Here.in(folder).home(Readme.project());
    Files.write(
        folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
    Files.writeString(folder.resolve("empty.jsonl"), "\n");

    assertThat(here.vigie("assess", "picture.png")).isEqualTo(4);
    assertThat(here.err())
        .contains("vigie: picture.png must be text in UTF-8, an advert a line, but isn't");
    assertThat(here.vigie("assess", "empty.jsonl")).isZero();
    assertThat(here.err()).contains("empty.jsonl: holds no advert");
  }

  @Test
  void isReadByPeopleOnATerminalAndByProgramsElsewhere() {
    Here here = Here.in(folder).home(Readme.project());
    String[] words = {"assess", "--text", "The boss keeps our passports and we were never paid."};
    String[] json = {"assess", "--json", "--text", words[2]};

    assertThat(here.vigie(words)).as(here.err()).isZero();
    String piped = here.out();
    assertThat(piped.lines()).singleElement().asString().startsWith("{\"id\":").endsWith("}");
    assertThat(here.onTerminal().vigie(json)).isZero();
    assertThat(here.out()).isEqualTo(piped);

    assertThat(here.vigie(words)).isZero();
    assertThat(here.out())
        .contains("language: English", "LX-07 said, by ", "The «boss» «keeps» our «passports»")
        .doesNotContain("{", "concepts:", "log-odds");
    assertThat(here.vigie("assess", "--explain", "--json", "--text", words[2])).isEqualTo(2);
    assertThat(here.err()).contains("--explain prints for people");
  }

  private static double odds(MatchResult kind) {
    return Double.parseDouble(kind.group(2));
  }
}
