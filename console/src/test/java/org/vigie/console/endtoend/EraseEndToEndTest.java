package org.vigie.console.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.console.casework.Erasure;
import org.vigie.console.casework.Erasures;
import org.vigie.console.documents.Readme;
import org.vigie.console.people.Desk;
import org.vigie.console.surroundings.Here;
import org.vigie.pipeline.workspace.Workspace;

/** An advert that two people want erased, in the words of which nothing else is written. */
@Tag("end-to-end")
class EraseEndToEndTest {
  private static final String WORD = "zyxquorvel";
  private static final String PAGE =
      """
      <html lang="en"><head><title>%1$s</title><script type="application/ld+json">
      {"@context": "https://schema.org", "@type": "JobPosting", "title": "%1$s",
       "description": "Work in a kitchen for %1$s, %2$s. Call +44 7700 900123 to be told more of it.",
       "datePosted": "2026-02-01"}
      </script></head><body><p>%1$s</p></body></html>
      """;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void begin() throws IOException {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    assertThat(here.vigie("init", "--trial")).isZero();
  }

  @Test
  void leavesNothingInCapturesIndexAndState() throws Exception {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Files.writeString(pages.resolve("one.html"), PAGE.formatted("Kitchen hand " + WORD, "dishes"));
    Files.writeString(pages.resolve("other.html"), PAGE.formatted("Cleaner of halls", "floors"));
    assertThat(here.vigie("import", "html", pages.toString())).as(here.err()).isZero();
    assertThat(here.vigie("run", "--quiet", "--input", workspace.captures().toString()))
        .as(here.err())
        .isZero();
    assertThat(filesWith(WORD)).isNotEmpty();
    String id = idOf("dishes");

    grant(id);
    assertThat(here.vigie("erase", "--quiet")).as(here.err()).isZero();

    assertThat(here.out()).contains("1 advert erased.");
    assertThat(filesWith(WORD)).isEmpty();
    assertThat(here.vigie("show", id)).isNotZero();
    assertThat(here.vigie("search", "halls")).isZero();
    assertThat(here.out()).contains("Cleaner of");
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("\"command\":\"erase\",\"detail\":\"" + id + "\"");
    assertThat(here.vigie("run", "--quiet", "--input", workspace.captures().toString()))
        .as("the captures are no new input")
        .isZero();
    assertThat(here.vigie("search", "--json", "halls")).isZero();
    assertThat(here.out()).contains("\"timesSeen\":1");
    assertThat(here.vigie("erase", "--quiet")).isZero();
    assertThat(here.out()).contains("0 adverts erased.");
  }

  @Test
  void touchesNoFileOutsideTheWorkspaceAndNamesItsLine() throws Exception {
    Path own = folder.resolve("own.jsonl");
    Files.writeString(
        own, "{\"text\":\"Cleaner of halls\"}\n{\"text\":\"Cook for " + WORD + "\"}\n");
    assertThat(here.vigie("run", "--quiet", "--input", own.toString())).as(here.err()).isZero();
    String id = idOf("cook");

    grant(id);
    assertThat(here.vigie("erase", "--quiet")).isEqualTo(4);
    assertThat(here.err()).contains("own.jsonl in line 2").doesNotContain(WORD);
    assertThat(here.vigie("show", id)).isZero();

    Files.writeString(own, "{\"text\":\"Cleaner of halls\"}\n");
    assertThat(here.vigie("erase", "--quiet")).as(here.err()).isZero();
    assertThat(filesWith(WORD)).isEmpty();
  }

  /** The log keeps what was searched for, so that is another word. */
  private String idOf(String word) {
    assertThat(here.vigie("search", "--json", word)).as(here.err()).isZero();
    return here.out().replaceFirst("(?s).*?\"id\":\"(a-[0-9a-f]{20})\".*", "$1");
  }

  private void grant(String id) {
    try (Desk desk = Desk.open(workspace.desk(), Erasures.SCHEMA)) {
      Erasures erasures = new Erasures(desk, Clock.systemUTC());
      erasures.ask("analyst", id, "the person asked for it");
      Erasure asked = erasures.newest(1).getFirst();
      assertThat(erasures.decide("reviewer", asked.id(), true)).isTrue();
    }
  }

  /** Returns the files of the workspace whose bytes hold a word, as they are or decompressed. */
  private List<Path> filesWith(String word) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(workspace.root())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (holds(bytes, word)
            || (file.toString().endsWith(".gz") && holds(unzipped(bytes), word))) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static boolean holds(byte[] bytes, String word) {
    return new String(bytes, ISO_8859_1).contains(word);
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }
}
