package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Membership;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.UnusableWorkspaceException;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.pipeline.workspace.WorkspaceLock;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.document.RecordJson;
import org.vigie.training.figures.AdversarialTexts;

class EmbeddedRunTest {
  @TempDir Path folder;

  @Test
  void readsAnAdvertAndKeepsABadLineAsADeadLetter() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("two.jsonl", "{\"text\":\"x\"}\nnot json\n");

    RunReport report = run.run(2);

    assertThat(report.index().adverts()).isEqualTo(1);
    assertThat(report.progress().records().deadLetters()).isEqualTo(1);
    assertThat(Files.readAllLines(run.workspace().deadLetters()))
        .hasSize(1)
        .allMatch(
            line -> line.contains("\"kind\":\"not-json\"") && line.contains("\"position\":2"));
  }

  @Test
  void escalatesAMinorRiskAdvertWithoutItsTextAndIndexesItNowhere() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept(
        "two.jsonl",
        "{\"text\":\"Baby for sale, call +353 20 910 0001\"}\n{\"text\":\"Garden chairs\"}\n");

    RunReport report = run.run(2);

    assertThat(report.index().adverts()).isEqualTo(1);
    assertThat(report.progress().records().minorRisk()).isEqualTo(1);
    assertThat(Files.readAllLines(run.workspace().escalations()))
        .hasSize(1)
        .allMatch(line -> line.contains("\"indicators\":[\"OT-02\"]"))
        .noneMatch(line -> line.contains("sale") || line.contains("353"));
    String id = Files.readString(run.workspace().escalations()).split("\"")[3];
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      assertThat(index.findAdvert(id)).isEmpty();
      assertThat(index.findSighting(id)).isEmpty();
      assertThat(index.memberships()).extracting(Membership::advertId).doesNotContain(id);
    }
  }

  @Test
  void addsNothingTheSecondTime() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("all.jsonl", TestAdverts.jsonLines(1, 60));
    run.run(2);
    TestRun.Found first = run.found();

    run.accept("all-again.jsonl", TestAdverts.jsonLines(1, 60));
    RunReport again = run.run(2);

    assertThat(again.inputs()).isZero();
    assertThat(run.found()).isEqualTo(first);
  }

  @Test
  void findsTheSameWhateverTheOrderThePiecesAndTheParallelism() throws Exception {
    TestRun whole = new TestRun(folder.resolve("whole"));
    whole.accept("all.jsonl", TestAdverts.jsonLines(2, 200));
    whole.run(1);

    TestRun pieces = new TestRun(folder.resolve("pieces"));
    List<String> shuffled = TestAdverts.shuffledLines(2, 200, 99);
    for (int piece = 0; piece < 4; piece++) {
      int from = piece * shuffled.size() / 4;
      int to = (piece + 1) * shuffled.size() / 4;
      pieces.accept("piece-" + piece + ".jsonl", String.join("", shuffled.subList(from, to)));
      pieces.run(1 + piece);
    }

    assertSame(pieces.found(), whole.found());
    assertThat(whole.found().memberships()).hasSizeGreaterThan(50);
    assertThat(whole.found().alerts()).isNotEmpty();
    assertThat(whole.found().contacts()).isNotEmpty();
    assertThat(whole.found().networks()).isNotEmpty();
  }

  @Test
  void findsTheSameWithItsStateOnDiskAndGoesOnWithItOnTheHeap() throws Exception {
    TestRun heap = new TestRun(folder.resolve("heap"));
    heap.accept("all.jsonl", TestAdverts.jsonLines(2, 200));
    heap.run(1);

    TestRun disk = new TestRun(folder.resolve("disk"));
    List<String> lines = TestAdverts.jsonLines(2, 200).lines().map(line -> line + "\n").toList();
    for (int piece = 0; piece < 3; piece++) {
      List<String> part = lines.subList(piece * lines.size() / 3, (piece + 1) * lines.size() / 3);
      disk.accept("piece-" + piece + ".jsonl", String.join("", part));
      if (piece == 1) {
        disk.run(1);
      } else {
        disk.runOnDisk();
      }
    }

    assertSame(disk.found(), heap.found());
  }

  @Test
  void goesOnPastAdvertsOfDatesBeyondAnyCalendar() throws Exception {
    TestRun run = new TestRun(folder);
    StringBuilder lines = new StringBuilder();
    for (String posted :
        List.of(
            "+999999999-12-31T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:00:00-18:00",
            "9999-12-31T23:59:59Z",
            "0001-01-01",
            "2026-01-05T09:00:00Z")) {
      lines.append(
          "{\"text\":\"Kitchen help wanted in a hotel by the sea, call +33 6 39 98 00 01 now\",\"site\":\""
              + "s"
              + lines.length()
              + ".example.org\",\"posted\":\""
              + posted
              + "\"}\n");
    }
    run.accept("far.jsonl", lines.toString());

    RunReport report = run.run(2);

    assertThat(report.progress().records().deadLetters()).isEqualTo(3);
    assertThat(report.index().adverts()).isEqualTo(3);
  }

  @Test
  void goesOnPastHostileAdvertsAsLongAsALineMayBe() throws Exception {
    TestRun run = new TestRun(folder);
    StringBuilder lines = new StringBuilder(TestAdverts.jsonLines(5, 20));
    int ordinary = Math.toIntExact(lines.chars().filter(c -> c == '\n').count());
    List<String> hostile = AdversarialTexts.pieces();
    for (int i = 0; i < hostile.size(); i++) {
      String text = AdversarialTexts.of(hostile.get(i), 1 << 20);
      lines.append("{\"id\":\"h%d\",\"text\":%s}\n".formatted(i, RecordJson.write(text)));
    }
    run.accept("all.jsonl", lines.toString());

    RunReport report = run.run(2);

    assertThat(report.progress().records().deadLetters()).isZero();
    assertThat(report.progress().records().adverts()).isEqualTo(ordinary + hostile.size());
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      assertThat(run.adverts(index))
          .filteredOn(hit -> hit.advert().advert().sourceId().startsWith("h"))
          .allMatch(hit -> hit.advert().advert().text().length() <= Advert.MAX_TEXT)
          .allMatch(hit -> hit.advert().advert().fields().containsKey("context.cut.text"));
    }
  }

  @Test
  void goesOnWithTheOthersWhenAnAcceptedInputIsGone() throws Exception {
    TestRun run = new TestRun(folder);
    Path gone = run.accept("gone.jsonl", "{\"text\":\"gone\"}\n");
    run.accept("there.jsonl", "{\"text\":\"there\"}\n");
    Files.delete(gone);

    RunReport report = run.run(2);

    assertThat(report.index().adverts()).isEqualTo(1);
    assertThat(Files.readString(run.workspace().deadLetters())).contains("input-missing");
  }

  @Test
  void readsPagesByTheSiteTemplatesOfTheWorkspace() throws Exception {
    TestRun run = new TestRun(folder);
    template(run, "selectors: {title: .offer, text: .what}");
    run.acceptPage(
        "<h1>A board of adverts</h1><p class=offer>Kitchen help wanted<p class=what>Washing up");

    run.run(1);

    assertThat(run.found().adverts()).singleElement().asString().contains(" Washing up ");
  }

  @Test
  void findsAnInvitationByTheContactThatItIs() throws Exception {
    TestRun run = new TestRun(folder);
    String key = "handle:telegram:example_jobs";
    run.accept(
        "two.jsonl",
        "{\"title\":\"Work abroad\",\"fields\":{\"contact\":\"%s\"}}\n{\"title\":\"Other\"}\n"
            .formatted(key));

    run.run(1);

    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      SearchRequest request =
          new SearchRequest(
              "handle:example_jobs", 0, 10, SearchRequest.Order.NEWEST, 0, Duration.ofMinutes(1));
      assertThat(index.search(request).hits())
          .extracting(hit -> hit.advert().advert().title())
          .containsExactly("Work abroad");
    }
  }

  @Test
  void startsNotWithATemplateThatCannotBeReadAndNamesFileAndKey() throws Exception {
    TestRun run = new TestRun(folder);
    template(run, "selector: {title: h1}");
    run.acceptPage("<h1>Kitchen help wanted</h1>");

    assertThatThrownBy(() -> run.run(1))
        .isInstanceOf(UnusableWorkspaceException.class)
        .hasMessageStartingWith("site template: " + run.workspace().sites().resolve("board.yaml"))
        .hasMessageContaining("selector is no known key");
  }

  private static void template(TestRun run, String selectors) throws IOException {
    Files.createDirectories(run.workspace().sites());
    Files.writeString(
        run.workspace().sites().resolve("board.yaml"),
        "hosts: [import.invalid]\ndetail: ['/*']\n" + selectors + "\n");
  }

  @Test
  void refusesAWorkspaceThatIsInUse() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("one.jsonl", "{\"text\":\"x\"}\n");

    try (WorkspaceLock held = WorkspaceLock.take(run.workspace())) {
      assertThatThrownBy(() -> run.run(1)).isInstanceOf(WorkspaceInUseException.class);
    }
  }

  @Test
  void listensOnLoopbackAlone() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "only Linux tells who listens");
    Set<String> open = new TreeSet<>();
    TestRun run = new TestRun(folder);
    run.accept("all.jsonl", TestAdverts.jsonLines(4, 300));

    run.run(2, progress -> open.addAll(ListeningSockets.ofThisProcess()));

    assertThat(open).isNotEmpty().allMatch(address -> address.startsWith("127.0.0.1:"));
  }

  /** Flink finds no wrong byte of a state, and would go on from it with other facts. */
  @Test
  void goesOnFromNoStateOfWhichAnyByteIsAnother() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("one.jsonl", TestAdverts.jsonLines(1, 20));
    run.run(1);
    Path state = new SavedState(run.workspace().state()).newest().orElseThrow();
    Path metadata = state.resolve(SavedState.METADATA);
    byte[] whole = Files.readAllBytes(metadata);
    run.accept("two.jsonl", TestAdverts.jsonLines(2, 20));
    for (int at = 0; at < whole.length; at += 1 + whole.length / 20) {
      byte[] other = whole.clone();
      other[at] ^= 0x55;
      Files.write(metadata, other);
      assertThatThrownBy(() -> run.run(1))
          .as("byte %d", at)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(state.toString())
          .hasMessageContaining("./vigie restore")
          .hasMessageContaining("move index/ and state/ away");
    }

    Files.move(run.workspace().state(), folder.resolve("state-aside"));
    Files.move(run.workspace().index(), folder.resolve("index-aside"));
    run.run(1);

    TestRun undamaged = new TestRun(folder.resolve("undamaged"));
    undamaged.accept("one.jsonl", TestAdverts.jsonLines(1, 20));
    undamaged.accept("two.jsonl", TestAdverts.jsonLines(2, 20));
    undamaged.run(1);
    assertThat(run.found()).isEqualTo(undamaged.found());
  }

  @Test
  void refusesToGoOnWithoutTheIndexOrWithOtherShards() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("one.jsonl", "{\"text\":\"x\"}\n");
    run.run(1);
    Path index = run.workspace().index();

    Files.move(index, folder.resolve("elsewhere"));
    assertThatThrownBy(() -> run.run(1))
        .as("nothing new to read")
        .isInstanceOf(UnusableWorkspaceException.class)
        .hasMessageContaining("./vigie restore");
    run.accept("two.jsonl", "{\"text\":\"y\"}\n");
    assertThatThrownBy(() -> run.run(1))
        .isInstanceOf(UnusableWorkspaceException.class)
        .hasMessageContaining("move state/ away");

    Files.move(folder.resolve("elsewhere"), index);
    Files.createDirectory(Workspace.shard(index, 3));
    assertThatThrownBy(() -> run.run(1)).hasMessageContaining("run.shards must be 4");

    Files.delete(Workspace.shard(index, 3));
    assertThat(run.run(1).index().adverts()).isEqualTo(2);
  }

  @Test
  void takesTheIndexFromItsStoreWhereAllIsReadButThisMachineHasNone() throws Exception {
    TestRun run = new TestRun(folder.resolve("workspace"));
    String store = folder.resolve("store").toUri().toString();
    run.accept("all.jsonl", TestAdverts.jsonLines(4, 60));
    run.runCopyingTo(store);
    TestRun.Found first = run.found();
    FolderTree.delete(Workspace.shard(run.workspace().index(), 1));

    assertThat(run.runCopyingTo(store).inputs()).isZero();
    assertThat(run.found()).isEqualTo(first);

    FolderTree.delete(run.workspace().index());
    run.runCopyingTo(store);
    assertThat(run.found()).isEqualTo(first);
  }

  @Test
  void savesWhatItHasReadWhenItIsInterrupted() throws Exception {
    TestRun whole = new TestRun(folder.resolve("whole"));
    whole.accept("all.jsonl", TestAdverts.jsonLines(3, 600));
    whole.run(2);

    TestRun run = new TestRun(folder.resolve("interrupted"));
    run.accept("all.jsonl", TestAdverts.jsonLines(3, 600));
    Thread thread = Thread.currentThread();
    assertThatThrownBy(() -> run.run(2, progress -> thread.interrupt()))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).as("the interrupt is told once").isFalse();
    assertThat(run.workspace().state().resolve("savepoints")).isNotEmptyDirectory();

    run.run(2);

    assertSame(run.found(), whole.found());
  }

  @Test
  void endsAsInterruptedAlsoWhereItOnlyCountsWhatIsThere() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("one.jsonl", "{\"text\":\"x\"}\n");
    run.run(1);

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run.run(1)).isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(run.run(1).index().adverts()).isEqualTo(1);
  }

  private static void assertSame(TestRun.Found found, TestRun.Found expected) {
    assertThat(found.adverts()).containsExactlyElementsOf(expected.adverts());
    assertThat(found.memberships()).containsExactlyElementsOf(expected.memberships());
    assertThat(found.clusters()).containsExactlyElementsOf(expected.clusters());
    assertThat(found.alerts()).containsExactlyElementsOf(expected.alerts());
    assertThat(found.contacts()).containsExactlyElementsOf(expected.contacts());
    assertThat(found.networks()).containsExactlyElementsOf(expected.networks());
  }
}
