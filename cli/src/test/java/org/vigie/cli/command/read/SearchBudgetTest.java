package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.pipeline.workspace.Workspace;

/** Snippets of the command line's searches count as those of the pages do. */
class SearchBudgetTest {
  private static final String WITHHELD = "(text not shown: another part of it was shown";

  @TempDir Path folder;

  @Test
  void aSecondWindowBesideTheBeginningCountsAsTheWholeOfAnAdvert() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Workspace workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.writeString(workspace.root().resolve("vigie.yaml"), "disclosure: {per-hour: 1}\n");
    String between = "and so on and so forth ".repeat(20);
    Path input =
        Files.writeString(
            folder.resolve("adverts.jsonl"),
            """
            {"id":"job-1","title":"Staff","text":"waiter alpha %1$s omega %1$s sigma ending"}
            {"id":"job-2","title":"Hands","text":"gardener alpha far away %1$s omega %1$s sigma finish"}
            """
                .formatted(between));
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();

    assertThat(search(here, "alpha")).contains("waiter", "gardener").doesNotContain(WITHHELD);
    assertThat(search(here, "omega")).as("one other each").doesNotContain(WITHHELD);
    assertThat(search(here, "sigma"))
        .as("two that the budget has no room for")
        .contains(WITHHELD, "2 adverts match")
        .doesNotContain("ending", "finish");
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains(
            "\"disclosure budget refused\",\"detail\":\"account=", " per=hour command=search\"");
    assertThat(search(here, "alpha")).as("the beginnings").doesNotContain(WITHHELD);
    assertThat(here.vigie("search", "--json", "sigma")).as(here.err()).isZero();
    assertThat(here.out())
        .contains("\"withheld\":true")
        .doesNotContain("\"withheld\":false", "ending", "finish", "far away");
    assertThat(search(here, "omega")).as("the former windows").doesNotContain(WITHHELD);
    assertThat(search(here, "\"sigma ending\"")).as("one").contains("ending");
    assertThat(search(here, "sigma")).contains(WITHHELD, "ending").doesNotContain("finish");
  }

  @Test
  void isThatOfThePersonUnderSudoNotOfAllWhoAreTheSameUserThere() throws Exception {
    Here here = ofTwoAdvertsAndABudgetOfOne();

    here.user("root").with("SUDO_USER", "ana");
    assertThat(here.vigie("show", "--json", "job-1")).as(here.err()).isZero();
    assertThat(here.vigie("show", "--json", "job-2")).as("used up").isEqualTo(9);
    here.with("SUDO_USER", "eva");
    assertThat(here.vigie("show", "--json", "job-2")).as(here.err()).isZero();
    here.user("ana");
    here.with("SUDO_USER", "");
    assertThat(here.vigie("show", "--json", "job-2")).as("the same ana").isEqualTo(9);
  }

  private Here ofTwoAdvertsAndABudgetOfOne() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Workspace workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.writeString(workspace.root().resolve("vigie.yaml"), "disclosure: {per-hour: 1}\n");
    Path input =
        Files.writeString(
            folder.resolve("adverts.jsonl"),
            """
            {"id":"job-1","text":"waiter alpha"}
            {"id":"job-2","text":"gardener alpha"}
            """);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
    return here;
  }

  /** As the docs say: the budget counts what this workspace shows, and a copy has its own. */
  @Test
  void isGotRoundByACopyOfTheFilesOfWhichTheLogKnowsNothing() throws Exception {
    Here here = ofTwoAdvertsAndABudgetOfOne();
    Workspace workspace = new Workspace(folder.resolve("vigie-workspace"));
    assertThat(here.vigie("show", "--json", "job-1")).as(here.err()).isZero();
    assertThat(here.vigie("show", "--json", "job-2")).isEqualTo(9);
    Path log = workspace.audit().resolve("audit.jsonl");
    String before = Files.readString(log);
    assertThat(before).contains("disclosure budget used up", "disclosure budget refused");

    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(workspace.root())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(workspace.root().relativize(file).toString()));
      }
    }
    Files.writeString(copy.resolve("vigie.yaml"), "disclosure: {per-hour: 100}\n");
    assertThat(here.vigie("show", "--json", "job-2", "--workspace", "copy"))
        .as(here.err())
        .isZero();

    assertThat(here.out()).contains("gardener alpha");
    assertThat(log).as("the log of the workspace").hasContent(before);
    assertThat(Files.readString(copy.resolve("audit/audit.jsonl")))
        .as("that of the copy, which goes on from it")
        .startsWith(before)
        .hasSizeGreaterThan(before.length());
    assertThat(here.vigie("audit", "verify")).as(here.out()).isZero();
  }

  private static String search(Here here, String query) {
    assertThat(here.vigie("search", query)).as(here.err()).isZero();
    return here.out();
  }
}
