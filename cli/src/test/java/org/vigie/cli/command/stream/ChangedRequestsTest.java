package org.vigie.cli.command.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Mark;
import org.vigie.casework.Marks;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Rulings;
import org.vigie.casework.Subject;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.cluster.ClusterRuling.Kind;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.StoredQuery;

class ChangedRequestsTest {
  private static final Mark MARK =
      new Mark(Mark.Kind.TAG, new Subject(Subject.Kind.ADVERT, "a-1"), "look");

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private Duration passed = Duration.ZERO;
  private Workspace workspace = new Workspace(Path.of(""));
  private ChangedRequests requests;

  @BeforeEach
  void begin() throws IOException {
    workspace = new Workspace(Files.createDirectories(folder.resolve("workspace")));
    write("{name: first, query: galway}");
    requests =
        new ChangedRequests(
            workspace,
            () -> Requests.of(workspace, RunConfig.defaults(folder.resolve("models"))),
            said::add,
            () -> Long.MAX_VALUE - 1 + passed.toNanos()); // nanoTime may overflow
  }

  @Test
  void takesUpAQueryThatIsWrittenMeanwhile() throws IOException {
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    write("{name: first, query: galway}", "{name: second, query: cork}");
    assertThat(askedLater(Duration.ofMillis(1))).isFalse();
    assertThat(askedLater(ChangedRequests.LOOK)).as("it may be half written").isFalse();

    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();

    assertThat(requests.current().watched().queries())
        .extracting(StoredQuery::name)
        .containsExactly("first", "second");
    assertThat(askedLater(Duration.ofHours(1))).isFalse();
    assertThat(said).isEmpty();
  }

  @Test
  void leavesAFileAloneThatIsBeingWritten() throws IOException {
    Files.writeString(workspace.queries(), "");
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    Files.delete(workspace.queries());
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    write("{name: first, query: galway}");
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();

    assertThat(askedLater(ChangedRequests.LOOK)).as("it says what it said before").isFalse();
    assertThat(requests.current().watched().queries()).hasSize(1);
  }

  @Test
  void takesUpWhatPeopleDoInTheConsoleAndNothingElse() {
    try (CaseDatabase database = desk()) {
      assertThat(askedLater(Duration.ofHours(1))).isFalse();

      new Rulings(database, Clock.systemUTC())
          .add("ana", Kind.NO_CAMPAIGN, "c-1", List.of("a-1"), List.of(), "a footer");
      assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
      assertThat(askedLater(Duration.ZERO)).as("the new run works").isFalse();
      assertThat(requests.current().rulings()).hasSize(1);

      new Marks(database, Clock.systemUTC()).add("ana", MARK);
      assertThat(askedLater(Duration.ofHours(1))).isFalse();
    }
    assertThat(askedLater(Duration.ofHours(1))).isFalse();
    assertThat(said).isEmpty();
  }

  @Test
  void takesUpARestrictionAtOnce() throws IOException {
    try (CaseDatabase database = desk()) {
      write("{name: second, query: cork}");
      askedLater(ChangedRequests.LOOK);
      assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
      assertThat(askedLater(Duration.ofMinutes(1))).as("it works after a minute").isFalse();

      new Restrictions(database, Clock.systemUTC())
          .add(
              "ana",
              new Subject(Subject.Kind.ADVERT, "a-2"),
              Restriction.Ground.EVIDENCE,
              "a letter");
      assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
      assertThat(requests.current().restricted().adverts()).isEqualTo(Set.of("a-2"));
    }
  }

  @Test
  void saysOnceWhatCantBeTakenUpAndGoesOnAsItWas() throws IOException {
    Files.writeString(workspace.queries(), "queries: [{name: first");

    for (int look = 0; look < 4; look++) {
      assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    }
    assertThat(said).hasSize(1).first().asString().contains("queries.yaml");
    assertThat(requests.current().watched().queries()).hasSize(1);

    write();
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
    assertThat(requests.current().watched().queries()).isEmpty();
  }

  @Test
  void triesAgainWhatFailedInPassing() throws IOException {
    Path hindered = workspace.database();
    Files.createDirectories(hindered.resolve("in-the-way")); // can't be opened as a database
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    assertThat(said).hasSize(1);

    Files.delete(hindered.resolve("in-the-way"));
    Files.delete(hindered);
    try (CaseDatabase database = desk()) {
      new Rulings(database, Clock.systemUTC())
          .add("ana", Kind.NO_CAMPAIGN, "c-1", List.of("a-1"), List.of(), "a footer");
    }
    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
  }

  @Test
  void takesUpAtMostATenthOfTheTime() throws IOException {
    write("{name: second, query: cork}");
    askedLater(ChangedRequests.LOOK);
    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
    Duration startedAnewIn = Duration.ofSeconds(30);
    assertThat(askedLater(startedAnewIn)).isFalse();
    write("{name: third, query: athlone}");
    askedLater(ChangedRequests.LOOK);

    Duration rest = startedAnewIn.multipliedBy(9).minus(ChangedRequests.LOOK);
    assertThat(askedLater(rest.minusMillis(1))).isFalse();
    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
  }

  private CaseDatabase desk() {
    return CaseDatabase.open(
        workspace.database(),
        Stream.of(Rulings.SCHEMA, Restrictions.SCHEMA, Marks.SCHEMA)
            .flatMap(List::stream)
            .toList());
  }

  private void write(String... queries) throws IOException {
    Files.writeString(workspace.queries(), "queries: [" + String.join(", ", queries) + "]\n");
  }

  private boolean askedLater(Duration time) {
    passed = passed.plus(time);
    return requests.getAsBoolean();
  }
}
