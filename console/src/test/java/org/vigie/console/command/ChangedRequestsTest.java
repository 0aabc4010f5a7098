package org.vigie.console.command;

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
import org.vigie.console.casework.Mark;
import org.vigie.console.casework.Marks;
import org.vigie.console.casework.Restriction;
import org.vigie.console.casework.Restrictions;
import org.vigie.console.casework.Rulings;
import org.vigie.console.casework.Subject;
import org.vigie.console.people.Desk;
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
            RunConfig.defaults(folder.resolve("models")),
            said::add,
            () -> Long.MAX_VALUE - 1 + passed.toNanos()); // nanoTime may overflow
  }

  @Test
  void takesUpAQueryThatIsWrittenMeanwhile() throws IOException {
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    write("{name: first, query: galway}", "{name: second, query: cork}");
    assertThat(askedLater(Duration.ofMillis(1))).isFalse();

    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();

    assertThat(requests.current().watched().queries())
        .extracting(StoredQuery::name)
        .containsExactly("first", "second");
    assertThat(askedLater(Duration.ofHours(1))).isFalse();
    assertThat(said).isEmpty();
  }

  @Test
  void takesUpWhatPeopleDoInTheConsoleAndNothingElse() {
    List<String> schema =
        Stream.of(Rulings.SCHEMA, Restrictions.SCHEMA, Marks.SCHEMA).flatMap(List::stream).toList();
    try (Desk desk = Desk.open(workspace.desk(), schema)) {
      assertThat(askedLater(Duration.ofHours(1))).isFalse();

      new Rulings(desk, Clock.systemUTC())
          .add("ana", Kind.NO_CAMPAIGN, "c-1", List.of("a-1"), List.of(), "a footer");
      assertTakesUp();
      assertThat(requests.current().rulings()).hasSize(1);

      new Restrictions(desk, Clock.systemUTC())
          .add(
              "ana",
              new Subject(Subject.Kind.ADVERT, "a-2"),
              Restriction.Ground.EVIDENCE,
              "a letter");
      assertTakesUp();
      assertThat(requests.current().restricted().adverts()).isEqualTo(Set.of("a-2"));

      new Marks(desk, Clock.systemUTC()).add("ana", MARK);
      assertThat(askedLater(Duration.ofHours(1))).isFalse();
    }
    assertThat(askedLater(Duration.ofHours(1))).isFalse();
    assertThat(said).isEmpty();
  }

  @Test
  void saysOnceWhatCantBeTakenUpAndGoesOnAsItWas() throws IOException {
    Files.writeString(workspace.queries(), "queries: [{name: first");

    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    assertThat(askedLater(ChangedRequests.LOOK)).isFalse();
    assertThat(said).hasSize(1).first().asString().contains("queries.yaml");
    assertThat(requests.current().watched().queries()).hasSize(1);

    write();
    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
    assertThat(requests.current().watched().queries()).isEmpty();
  }

  @Test
  void takesUpAtMostATenthOfTheTime() throws IOException {
    write("{name: second, query: cork}");
    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
    Duration startedAnewIn = Duration.ofSeconds(30);
    assertThat(askedLater(startedAnewIn)).isFalse();
    write("{name: third, query: athlone}");

    assertThat(askedLater(startedAnewIn.multipliedBy(9).minusMillis(1))).isFalse();
    assertThat(askedLater(Duration.ofMillis(1))).isTrue();
  }

  private void write(String... queries) throws IOException {
    Files.writeString(workspace.queries(), "queries: [" + String.join(", ", queries) + "]\n");
  }

  private void assertTakesUp() {
    assertThat(askedLater(ChangedRequests.LOOK)).isTrue();
    assertThat(askedLater(Duration.ZERO)).isFalse(); // the new run runs
  }

  private boolean askedLater(Duration time) {
    passed = passed.plus(time);
    return requests.getAsBoolean();
  }
}
