package org.vigie.lab.endtoend;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** Folders as units hand them in: with files that can't be read, and with old ones. */
@Tag("end-to-end")
class FolderEndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OLD_ADVERTS = 3000;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void initialise() {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).isZero();
  }

  @Test
  void isReadButForTheFileThatIsUnfit() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path unfit = Files.writeString(in.resolve("a.csv"), "a,b\n1,2");
    Files.write(in.resolve("b.csv"), "\uFEFFa;b\n\"1;2\n".getBytes(UTF_16LE));
    Files.write(in.resolve("c.jsonl"), "\uFEFF{\"text\":\"little\"}\n".getBytes(UTF_16LE));
    Files.write(in.resolve("d.jsonl"), "\uFEFF{\"text\":\"big\"}\n".getBytes(UTF_16BE));
    Files.writeString(in.resolve("e.jsonl"), "{\"text\":\"plain\"}\n");

    assertThat(here.vigie("run", "--input", unfit.toString())).isEqualTo(4);
    assertThat(here.err()).contains("a.csv must have a column 'text', or --map text=COLUMN");

    assertThat(here.vigie("run", "--input", in.toString())).as(here.err()).isEqualTo(5);

    assertThat(here.err()).contains("a.csv: taken for a file that can't be read (a.csv must have");
    assertThat(here.out())
        .contains("3 adverts", "2 records could not be read", "unfit-file                   2")
        .contains("holds 3 adverts");
    List<String> letters = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("vigie-workspace/dead-letters.jsonl"))) {
      JsonNode letter = JSON.readTree(line);
      letters.add(letter.path("container").asText() + " " + letter.path("kind").asText());
    }
    assertThat(letters).containsExactlyInAnyOrder("a.csv unfit-file", "b.csv unfit-file");
  }

  /** Whoever hands in a folder hands in nothing else of the machine. */
  @Test
  void isReadWithoutWhatItsLinksLeadTo() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path secret = Files.writeString(elsewhere.resolve("s.jsonl"), "{\"text\":\"not meant\"}\n");
    Path in = Files.createDirectories(folder.resolve("in/deeper"));
    Files.writeString(in.resolve("a.jsonl"), "{\"text\":\"handed in\"}\n");
    Files.createSymbolicLink(in.resolve("b.jsonl"), secret);
    Files.createSymbolicLink(in.resolveSibling("c"), elsewhere);
    Files.createSymbolicLink(in.resolve("d.jsonl"), Path.of("../../elsewhere/s.jsonl"));

    assertThat(here.vigie("run", "--input", folder.resolve("in").toString())).isZero();

    assertThat(here.out()).contains("holds 1 advert");
    assertThat(here.vigie("search", "meant")).as(here.err()).isZero();
    assertThat(here.out()).contains("No advert matches");
  }

  /** The stream's clock is told beside its adverts, so that it may be behind by some of them. */
  @Test
  void isToldOfAdvertsThatAreTooOldToBeCounted() throws Exception {
    List<String> adverts = new ArrayList<>(List.of(advert("A sofa", "2026-06-30")));
    for (int i = 1; i <= OLD_ADVERTS; i++) {
      adverts.add(advert("A lamp, number " + i, "2026-01-05"));
    }
    adverts.add(advert("A table", "2026-06-01"));
    String file = Files.write(folder.resolve("a.jsonl"), adverts).toString();
    assertThat(here.vigie("run", "--input", file)).as(here.err()).isZero();
    assertThat(here.out())
        .containsPattern("\\d unknown adverts are older than run.remember \\(90d before the latest")
        .contains("./vigie run --archive");

    assertThat(here.vigie("run", "--input", file, "--json")).isZero();
    assertThat(JSON.readTree(here.out()).path("late").asLong()).as("told once").isZero();

    List<String> older = adverts.stream().map(line -> line.replace("A ", "An old ")).toList();
    String other = Files.write(folder.resolve("b.jsonl"), older).toString();
    assertThat(here.vigie("run", "--archive", "--input", other)).as(here.err()).isZero();
    assertThat(here.out())
        .contains("holds %,d adverts".formatted(2 * adverts.size()))
        .doesNotContain("run.remember");
    assertThat(here.vigie("run", "--archive", "--watch", "--input", folder.toString()))
        .isEqualTo(2);
    assertThat(here.err()).contains("--archive must have an end");
  }

  /** What is newer stands before the archive, whose adverts are old to the stream's clock then. */
  @Test
  void givesAsAnArchiveTheClustersAndAlertsThatItGaveWhenItWasNew() throws Exception {
    Path archive = Readme.project().resolve("docs/examples/adverts.jsonl");
    List<String> adverts = new ArrayList<>();
    for (int i = 0; i < OLD_ADVERTS; i++) {
      adverts.add(advert("A lamp, number " + i, "2026-08-30"));
    }
    adverts.addAll(Files.readAllLines(archive));
    Path sameName = Files.createDirectories(folder.resolve("mixed")).resolve("adverts.jsonl");
    String mixed = Files.write(sameName, adverts).toString();
    Instant later = Instant.parse("2026-09-01T12:00:00Z");

    Found atTheTime =
        found("then", Instant.parse("2026-01-31T12:00:00Z"), "--input", archive.toString());
    assertThat(atTheTime.alerts()).isNotEmpty();
    assertThat(atTheTime.clusters().values()).anyMatch(cluster -> !cluster.isEmpty());

    Found asArchive = found("archive", later, "--archive", "--input", mixed);
    assertThat(asArchive.alerts()).isEqualTo(atTheTime.alerts());
    assertThat(asArchive.clusters()).containsAllEntriesOf(atTheTime.clusters());
    assertThat(asArchive.networks()).isEqualTo(atTheTime.networks());

    assertThat(found("new", later, "--input", mixed).alerts())
        .as("by the clock of what is newer")
        .isNotEqualTo(atTheTime.alerts());
  }

  /** Returns what a workspace of its own holds after a run. */
  private Found found(String workspace, Instant at, String... options) throws Exception {
    Here machine = Here.in(Files.createDirectories(folder.resolve(workspace)));
    machine.home(Readme.project()).at(at);
    assertThat(machine.vigie("init", "--trial")).as(machine.err()).isZero();
    String[] words = Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new);
    assertThat(machine.vigie(words)).as(machine.err()).isZero();
    return Found.in(folder.resolve(workspace).resolve("vigie-workspace"));
  }

  private static String advert(String text, String day) {
    return "{\"text\":\"%s\",\"posted\":\"%s\",\"seen\":\"%s\"}".formatted(text, day, day);
  }
}
