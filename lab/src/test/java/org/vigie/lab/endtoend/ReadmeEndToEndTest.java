package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.environment.Here;
import org.vigie.lab.documents.ShellLine;

/** The commands of the README and of the pages after it, typed by a newcomer in a fresh folder. */
@Tag("end-to-end")
class ReadmeEndToEndTest {
  /** The launcher runs the tests by this command: running it here would never end. */
  private static final String RUNS_THIS_TEST = "./vigie test";

  /** What the pages say does not end with 0. */
  private static final Map<String, Integer> ENDS_OTHERWISE =
      Map.of(
          "printf '{\"text\":\"Kitchen help wanted\"}\\nnot json\\n' | ./vigie run --input -", 5,
          "./vigie crawl --seed https://example.org/", 3);

  @TempDir Path folder;

  @Test
  void everyCommandEndsAsItsPageSays() throws Exception {
    copy(Readme.project().resolve("docs/examples"), folder.resolve("docs/examples"));
    Here here = Here.in(folder).home(Readme.project()).onRealTime();

    for (String command : Readme.commands()) {
      if (!command.equals(RUNS_THIS_TEST)) {
        ShellLine line = ShellLine.parse(command);
        List<String> words = line.words().subList(1, line.words().size());
        // As by the umask of the launcher, which isn't in between here.
        new WorkspaceRights(folder, "").tighten();
        int exit = here.piped(line.input()).vigie(words.toArray(String[]::new));
        assertThat(exit)
            .as("exit code of %s%n%s", command, here.err())
            .isEqualTo(ENDS_OTHERWISE.getOrDefault(command, 0));
        assertThat(here.out() + here.err()).as("output of %s", command).isNotBlank();
      }
    }

    assertThat(here.file("leads.csv")).content().startsWith("\"advert\",").contains("LX-07");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copied = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copied.getParent());
            Files.copy(file, copied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
