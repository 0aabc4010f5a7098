package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.Mark;
import org.vigie.casework.Marks;
import org.vigie.casework.Readme;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.fault.Failpoint;
import org.vigie.pipeline.fault.ErasureFailpoint;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceLock;
import org.vigie.search.AdvertIndex;

/** Erasure as a person types it, against a workspace that never had the adverts. */
@Tag("end-to-end")
class EraseEndToEndTest {
  private static final String WHY = "request of the person, file 7/26";

  /** What a workspace holds that never had the adverts. */
  private static Found never =
      new Found(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  private static final SharedFixture HAD =
      new SharedFixture(folder -> in(folder).make("had", false));

  @TempDir static Path elsewhere;
  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeAll
  static void readWithoutThem() throws Exception {
    never = Found.in(in(elsewhere).make("never", true));
    assertThat(never.clusters()).hasSizeGreaterThan(10);
    assertThat(never.alerts()).isNotEmpty();
  }

  private static EraseEndToEndTest in(Path folder) {
    EraseEndToEndTest test = new EraseEndToEndTest();
    test.folder = folder;
    test.open();
    return test;
  }

  @BeforeEach
  void open() {
    here = Here.in(folder).home(Readme.project()).onRealTime();
  }

  @Test
  void leavesNoByteOfTheAdvertsAndAllElseAsIfTheyHadNeverBeenThere() throws Exception {
    Path workspace = read();
    List<String> ids = idsToErase(workspace);
    note(workspace, ids.getFirst());
    for (String format : List.of("jsonl", "csv", "xlsx")) {
      String output = "had/exports/all." + format;
      Files.createDirectories(folder.resolve(output).getParent());
      vigie("export", "", "--format", format, "--output", output, "--workspace", "had");
    }
    assertThat(ByteScan.of(workspace, wanted()))
        .contains(
            "captures/vigie-20260301120000-00001.warc.gz",
            "console/desk.sqlite",
            "exports/all.csv",
            "exports/all.jsonl",
            "exports/all.xlsx",
            "inputs/adverts.jsonl.gz",
            "inputs/more.csv",
            "what the index gives out")
        .anyMatch(file -> file.startsWith("inbox/spool/"));

    erase("had", ids);

    assertThat(ByteScan.of(workspace, wanted())).isEmpty();
    assertThat(Found.in(workspace)).isEqualTo(never);
    assertThat(here.out()).contains("Erased 3 adverts: from 4 files of the workspace");
    assertThat(here.err()).contains("had-outside/outside.jsonl:2: not in the workspace");
    assertThat(workspace.resolve("exports/all.jsonl")).content().contains("Piano lessons");
    assertThat(workspace.resolve("exports/all.csv")).doesNotExist();
    assertThat(workspace.resolve("replaced")).doesNotExist();
    assertThat(workspace.resolve("erasure")).doesNotExist();
    assertThat(noted(workspace)).containsExactly("advert:" + ids.getFirst() + " (erased)");
    assertThat(workspace.resolve("audit/audit.jsonl")).content().contains(WHY, ids.getLast());
    vigie("audit", "verify", "--workspace", "had");

    readAgain("had");
    assertThat(Found.in(workspace).clusters()).isEqualTo(never.clusters());
    assertThat(ByteScan.of(workspace, wanted())).isEmpty();
  }

  @Test
  void isCompletedByWhoeverComesNextHoweverOftenItIsKilled() throws Exception {
    Path workspace = read();
    List<String> ids = idsToErase(workspace);
    List<String> erase = new ArrayList<>(List.of("erase", "--why", WHY));
    erase.addAll(ids);

    for (ErasureFailpoint place : ErasureFailpoint.values()) {
      List<String> words = place.ordinal() % 2 == 0 ? erase : List.of("run");
      assertThat(killed("had", place, words)).as("%s", place).isEqualTo(Failpoint.KILLED);
      assertThat(workspace.resolve("erasure/journal.json")).exists();
    }
    vigie("run", "--quiet", "--workspace", "had");

    assertThat(ByteScan.of(workspace, wanted())).isEmpty();
    assertThat(Found.in(workspace)).isEqualTo(never);
    assertThat(workspace.resolve("erasure")).doesNotExist();
    assertThat(workspace.resolve("replaced")).doesNotExist();
  }

  @Test
  void erasesWithTheNextRunWhatOnePersonAskedForAndAnotherGranted() throws Exception {
    Path workspace = folder.resolve("granted");
    vigie("init", "--trial", "--workspace", "granted");
    Path input = workspace.resolve("adverts.jsonl");
    Files.writeString(input, "{\"text\":\"a text that goes\"}\n{\"text\":\"one that stays\"}\n");
    vigie("run", "--quiet", "--input", input.toString(), "--workspace", "granted");
    String id;
    try (AdvertIndex index = AdvertIndex.open(new Workspace(workspace).index())) {
      id = index.newestAdverts("goes", 1).getFirst().advert().id();
    }
    try (CaseDatabase database =
        CaseDatabase.open(new Workspace(workspace).database(), ErasureRequests.SCHEMA)) {
      ErasureRequests requests = new ErasureRequests(database, Clock.systemUTC());
      requests.ask("ada", id, WHY);
      vigie("run", "--quiet", "--workspace", "granted");
      assertThat(input).content().contains("a text that goes");
      assertThat(requests.decide("bob", 1, true)).isTrue();
    }

    vigie("run", "--quiet", "--workspace", "granted");

    assertThat(input).hasContent("\n{\"text\":\"one that stays\"}\n");
    assertThat(ByteScan.of(workspace, List.of("text that goes"))).isEmpty();
    assertThat(workspace.resolve("audit/audit.jsonl"))
        .content()
        .containsOnlyOnce(id + ", asked by ada, granted by bob, why: " + WHY);
    vigie("erase", "--granted", "--workspace", "granted");
    assertThat(Found.in(workspace).clusters()).hasSize(1);
  }

  @Test
  void erasesNothingUnlessItIsToldWhatAndWhyAndNobodyElseIsAtWork() throws Exception {
    Path workspace = read();
    Found before = Found.in(workspace);
    String id = idsToErase(workspace).getFirst();
    String unknown = "a-00000000000000000000";

    assertThat(here.vigie("erase", id, "--workspace", "had")).isEqualTo(2);
    assertThat(here.vigie("erase", id, "--why", " ", "--workspace", "had")).isEqualTo(2);
    assertThat(here.vigie("erase", "a-1", "--why", WHY, "--workspace", "had")).isEqualTo(2);
    assertThat(here.vigie("erase", id, "--why", WHY, "--workspace", "elsewhere")).isEqualTo(3);
    assertThat(here.vigie("erase", id, unknown, "--why", WHY, "--workspace", "had")).isEqualTo(4);
    assertThat(here.err()).contains("no input holds " + unknown);
    Path input = workspace.resolve("inputs/more.csv");
    Path away = Files.move(input, folder.resolve("away.csv"));
    assertThat(here.vigie("erase", id, "--why", WHY, "--workspace", "had")).isEqualTo(4);
    assertThat(here.err()).contains("must still be where it was", "inputs/more.csv");
    Files.move(away, input);
    try (WorkspaceLock lock = WorkspaceLock.take(new Workspace(workspace))) {
      assertThat(here.vigie("erase", id, "--why", WHY, "--workspace", "had")).isEqualTo(6);
    }

    assertThat(Found.in(workspace)).isEqualTo(before);
    assertThat(workspace.resolve("erasure")).doesNotExist();
  }

  /**
   * Returns a copy of a workspace that has the adverts, whose other inputs stay where they were.
   */
  private Path read() throws IOException {
    HAD.copyTo(folder);
    return folder.resolve("had");
  }

  private Path make(String name, boolean erased) throws Exception {
    Path workspace = folder.resolve(name);
    vigie("init", "--trial", "--workspace", name);
    ErasedWorld world = new ErasedWorld(workspace, erased);
    List<String> words = new ArrayList<>(List.of("run", "--quiet", "--workspace", name));
    for (Path input : world.write(folder.resolve(name + "-outside"))) {
      words.addAll(List.of("--input", input.toString()));
    }
    // One line can't be read, and that is said.
    assertThat(here.vigie(words.toArray(String[]::new))).as(here.err()).isEqualTo(5);
    here.piped(world.piped());
    vigie("run", "--quiet", "--input", "-", "--workspace", name);
    return workspace;
  }

  /** The same adverts in another file, under the same ids. */
  private void readAgain(String name) throws Exception {
    Path again = folder.resolve("again");
    new ErasedWorld(folder.resolve("source"), false).write(again);
    vigie("run", "--quiet", "--input", again.toString(), "--workspace", name);
  }

  private void erase(String name, List<String> ids) {
    List<String> words = new ArrayList<>(List.of("erase", "--why", WHY, "--workspace", name));
    words.addAll(ids);
    vigie(words.toArray(String[]::new));
  }

  private void vigie(String... words) {
    assertThat(here.vigie(words)).as("%s", here.err()).isZero();
  }

  private static List<String> wanted() {
    List<String> wanted = new ArrayList<>(ErasedWorld.DIGITS);
    wanted.add(ErasedWorld.PHRASE);
    wanted.add(ErasedWorld.PATH);
    return wanted;
  }

  private static List<String> idsToErase(Path workspace) throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    try (AdvertIndex index = AdvertIndex.open(new Workspace(workspace).index())) {
      index.forEachAdvert(
          "",
          hit -> {
            if (hit.advert().advert().body().contains(ErasedWorld.PHRASE)) {
              ids.add(hit.advert().advert().id());
            }
          });
    }
    assertThat(ids).hasSize(3);
    return List.copyOf(ids);
  }

  /** Puts an advert into a case, and a tag on it, in words that name what is erased. */
  private static void note(Path workspace, String advert) {
    try (CaseDatabase database = desk(workspace)) {
      Subject subject = new Subject(Subject.Kind.ADVERT, advert);
      Cases cases = new Cases(database, Clock.systemUTC());
      CaseFile file = cases.find("ada", cases.open("ada", "Hotels")).orElseThrow();
      cases.put(file, "ada", subject, "she writes " + ErasedWorld.PHRASE);
      new Marks(database, Clock.systemUTC())
          .add("ada", new Mark(Mark.Kind.TAG, subject, ErasedWorld.PATH));
    }
  }

  private static List<String> noted(Path workspace) {
    try (CaseDatabase database = desk(workspace)) {
      Cases cases = new Cases(database, Clock.systemUTC());
      return cases.items(cases.of("ada").getFirst()).stream()
          .map(item -> item.subject().key() + " " + item.note())
          .toList();
    }
  }

  private static CaseDatabase desk(Path workspace) {
    List<String> schema = new ArrayList<>(Cases.SCHEMA);
    schema.addAll(Marks.SCHEMA);
    return CaseDatabase.open(new Workspace(workspace).database(), schema);
  }

  private int killed(String name, ErasureFailpoint place, List<String> words) throws Exception {
    // Runs of seconds are over before a second compiler has earned what it costs.
    List<String> options =
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-D" + Failpoint.SETTING + "=" + place.label() + ":1");
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--quiet", "--workspace", name));
    List<String> command = SeparateVigie.command(options, all);
    File log = folder.resolve(name + ".log").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("an erasure must end within ten minutes");
    }
    return process.exitValue();
  }
}
