package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** What {@code show} says of towns in adverts that a stream clustered. */
class ShowPlacesTest {
  private static final String TEXT =
      "Pickers wanted on a vegetable farm near Lincoln from April to October, a room in a shared"
          + " house and a bus to the fields are there, bring boots and gloves, apply %s";

  /** Says no country. */
  private static final String NAMELESS = line("job-1", "today", "");

  private static final String BRITISH = line("job-2", "soon", ",\"country\":\"GB\"");

  @TempDir private Path folder;

  private static String line(String id, String word, String more) {
    return "{\"id\":\"%s\",\"site\":\"jobs.example.org\",\"title\":\"Farm\",\"text\":\"%s\"%s}\n"
        .formatted(id, TEXT.formatted(word), more);
  }

  @Test
  void followsTheCopyThatTellsItsCountryWhicheverComesLast() throws Exception {
    Here here = read("first", NAMELESS);
    assertThat(towns(here)).first().asString().startsWith("town         Lincoln (US)");

    add(here, folder.resolve("first"), BRITISH);
    List<String> last = towns(here);
    assertThat(last).first().asString().startsWith("town         Lincoln (GB) at 53.23, -0.54");
    assertThat(last)
        .contains(
            "Lincoln is taken for the one in GB, as 1 advert tells that is like this one or shares"
                + " its contacts; its own text alone would mean US");

    Here other = read("other", BRITISH);
    add(other, folder.resolve("other"), NAMELESS);
    assertThat(towns(other)).isEqualTo(last);
  }

  private Here read(String name, String line) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name));
    Here here = Here.in(place).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    add(here, place, line);
    return here;
  }

  private static void add(Here here, Path place, String line) throws IOException {
    Path input = Files.writeString(place.resolve("adverts-" + line.hashCode() + ".jsonl"), line);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
  }

  private static List<String> towns(Here here) {
    assertThat(here.vigie("show", "job-1")).as(here.err()).isZero();
    return here.out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("town ") || line.contains("is taken for"))
        .toList();
  }
}
