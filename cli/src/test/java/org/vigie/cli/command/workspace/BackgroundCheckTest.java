package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.BackgroundCheck;
import org.vigie.casework.custody.CheckState;
import org.vigie.casework.custody.Throttle;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.crawler.Crawl;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;

/** The look that {@code vigie serve} takes at a workspace in the background. */
class BackgroundCheckTest {
  @TempDir Path folder;

  private final List<CheckState> told = new ArrayList<>();
  private Workspace workspace;
  private Here here;

  @BeforeEach
  void makeWorkspace() throws Exception {
    workspace = ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
  }

  @Test
  void findsNothingWhileAnIndexIsWritten() throws Exception {
    Path shard = Files.list(workspace.index()).sorted().findFirst().orElseThrow();
    try (ShardWriter writer = ShardWriter.open(shard, OptionalLong.empty())) {
      assertThat(pass().problems()).isEmpty();
    }

    assertThat(told).hasSize(1);
    assertThat(CheckState.read(CheckState.file(workspace))).contains(told.getFirst());
    here.vigie("doctor");
    assertThat(here.out()).contains("all was as it was written at");
  }

  @Test
  void tellsDoctorOfAFlippedBitOfTheIndex() throws Exception {
    flip(segment());

    assertThat(pass().problems()).singleElement().asString().startsWith("index: shard-");

    assertThat(here.vigie("doctor")).isEqualTo(4);
    assertThat(here.out()).contains("MEND  integrity", "1 problem", "./vigie check");
  }

  @Test
  void findAStateOfWhichAByteIsAnotherAndAnIndexThatIsMissing() throws Exception {
    assertThat(here.vigie("check")).as(here.out()).isZero();
    try (Stream<Path> files = Files.walk(workspace.state())) {
      flip(files.filter(file -> file.endsWith("_metadata")).findFirst().orElseThrow());
    }
    FolderTree.delete(workspace.index());

    assertThat(here.vigie("check")).isEqualTo(8);

    assertThat(here.out())
        .contains("_metadata isn't as it was written", "it is missing, though state/ goes on")
        .contains("./vigie restore");
    assertThat(here.vigie("search", "work")).isEqualTo(4);
    assertThat(here.err()).contains("must hold its index", "./vigie restore");
  }

  @Test
  void missNoIndexBeforeAnyStateWasSaved() throws Exception {
    FolderTree.delete(workspace.index());
    FolderTree.delete(workspace.state());
    Files.createDirectories(workspace.state().resolve("tmp"));

    assertThat(here.vigie("check")).as(here.out()).isZero();
    assertThat(here.vigie("search", "work")).isEqualTo(4);
    assertThat(here.err()).contains("holds none yet");
  }

  @Test
  void passesOverCapturesThatMayBeHalfWritten() throws Exception {
    Path warc = workspace.captures().resolve("a.warc.gz");
    Files.createDirectories(workspace.captures());
    Files.write(warc, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    assertThat(pass().problems()).isEmpty();

    Files.setLastModifiedTime(warc, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

    assertThat(pass().problems()).singleElement().asString().startsWith("captures: a.warc.gz");
  }

  @Test
  void looksAtTheRestWhereACaptureCannotBeReadOrVanishes() throws Exception {
    Files.createDirectories(workspace.captures().resolve("a.warc.gz"));
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    Files.setLastModifiedTime(workspace.captures().resolve("a.warc.gz"), old);
    Files.createSymbolicLink(workspace.captures().resolve("b.warc.gz"), folder.resolve("gone"));
    flip(segment());

    assertThat(pass().problems())
        .satisfiesExactly(
            index -> assertThat(index).startsWith("index: shard-"),
            captures -> assertThat(captures).startsWith("captures: a.warc.gz: "));
    assertThat(CheckState.read(CheckState.file(workspace))).contains(told.getFirst());
  }

  @Test
  void goesOnWhereAFileOfTheFrontierVanishes() throws Exception {
    Path urls = Crawl.frontierOf(workspace.captures()).resolve("urls");
    Files.createDirectories(urls);
    Files.writeString(urls.resolve("CURRENT"), "MANIFEST-000001\n");
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    for (Path path : new Path[] {urls.resolve("CURRENT"), urls, urls.getParent()}) {
      Files.setLastModifiedTime(path, old);
    }
    Files.createSymbolicLink(urls.resolve("000004.sst"), folder.resolve("gone"));
    Files.setLastModifiedTime(urls, old);

    assertThat(pass().problems()).isEmpty();
  }

  @Test
  void keepsAndTellsTheFirstOfManyProblems() throws Exception {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    for (int i = 0; i < 30; i++) {
      Path folder = workspace.captures().resolve("a%02d.warc.gz".formatted(i));
      Files.setLastModifiedTime(Files.createDirectories(folder), old);
    }

    CheckState state = pass();

    assertThat(state.count()).isEqualTo(30);
    assertThat(state.problems()).hasSize(20);
    assertThat(CheckState.read(CheckState.file(workspace))).contains(state);
    here.vigie("doctor");
    assertThat(here.out()).contains("30 problems");
  }

  @Test
  void keepsWhatItFoundThoughItCannotTell() throws Exception {
    Settings settings = Settings.of(workspace, here.environment());
    BackgroundCheck check =
        new BackgroundCheck(
            workspace,
            settings,
            Clock.systemUTC(),
            state -> {
              throw new IllegalStateException("the mandate has expired");
            });

    CheckState state = check.pass(Throttle.full());

    assertThat(CheckState.read(CheckState.file(workspace))).contains(state);
  }

  private CheckState pass() throws Exception {
    Settings settings = Settings.of(workspace, here.environment());
    return new BackgroundCheck(workspace, settings, Clock.systemUTC(), told::add)
        .pass(Throttle.full());
  }

  private Path segment() throws IOException {
    try (Stream<Path> walk = Files.walk(workspace.index())) {
      return walk.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
