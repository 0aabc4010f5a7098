package org.vigie.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

class VerifySurfacesCommandTest {
  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void freeze() throws IOException {
    here = Here.in(folder).home(Readme.project());
    write(
        "data/platforms/expected.json",
        """
        {"board/1.html": {"url": "https://board.example.org/1",
          "items": [{"text": "An invented room is free near the park for one person"}]}}
        """);
    write(
        "data/platforms/board/1.html",
        "<html><body><h1>Room</h1><p>An invented room is free near the park for one person."
            + " It has a window, a bed and a table.</p></body></html>");
    write("data/inputs/expected.json", "{\"csv/a.csv\": {\"rows\": 2}}");
    write("data/inputs/csv/a.csv", "text,place\nA room to let,Lyon\nA bicycle for sale,Nice\n");
    write("data/inputs/csv/b.csv", "n\n1\n");
  }

  @Test
  void printsASumOfFilesReadAndWritesThePage() throws IOException {
    int exit =
        here.vigie(
            "verify",
            "surfaces",
            "--data",
            "data",
            "--table",
            "page.md",
            "--without",
            "search",
            "--without",
            "plugin",
            "--without",
            "rendering",
            "--without",
            "pictures");

    assertThat(here.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(here.out())
        .contains("| board | 1 | 1 |", "| all |  | 1 of 2 | 1 | 0 |")
        .contains("Not measured: the text of real pages by type");
    assertThat(folder.resolve("page.md")).content().contains("|all||1 of 2|1|0|", "Not measured");
  }

  @Test
  void refusesAFolderThatLacksWhatToHoldAgainst() {
    assertThat(here.vigie("verify", "surfaces", "--data", "elsewhere")).isNotZero();
    assertThat(here.err()).contains("--data must hold", "expected.json");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
