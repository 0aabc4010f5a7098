package org.vigie.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.submission.Submissions;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.workspace.Workspace;

/** Files that people hand in on the page, in a browser without a script. */
class IntakePagesTest {
  private static final String TABLE =
      "Название;Описание;Телефон\nПовар;Нужен повар в гостиницу;+44 7700 900123\n"
          + "Помощник;Нужен помощник на кухню;+44 7700 900124\n";

  @TempDir Path folder;
  private ServedConsole served;
  private Browser analyst;

  @BeforeEach
  void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    ApprovedModels.of(workspace).approve(Readme.project().resolve("models"));
    served = ServedConsole.on(workspace);
    analyst = served.as("analyst");
    analyst.get("/intake");
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void showWhatAFileWasTakenForAndTakeItInOnceSomebodySaysSo() throws Exception {
    HttpResponse<String> looked =
        analyst.upload("/intake", "list.csv", TABLE.getBytes(Charset.forName("windows-1251")));
    Document page = Jsoup.parse(looked.body());

    assertThat(page.select("main").text())
        .contains("Taken for: table (CSV, TSV)", "2 adverts; all can be read.")
        .contains("windows-1251, semicolon", "Нужен повар в гостиницу");
    assertThat(page.select("option[selected]").eachAttr("value"))
        .as("columns that are proposed")
        .containsExactly("title", "text", "");
    assertThat(accepted()).as("nothing is taken in before somebody says so").isEmpty();

    String path = looked.uri().getPath();
    String told = analyst.post(path, Map.of("decision", "take")).body();
    assertThat(told).contains("Taken in: 2 adverts, all readable.");
    InputManifest input = accepted().getFirst();
    assertThat(Files.readString(Path.of(input.path()))).contains("Нужен повар в гостиницу");
    HttpResponse<String> pressedTwice = analyst.post(path, Map.of("decision", "take"));
    assertThat(pressedTwice.statusCode()).isEqualTo(404);
    assertThat(pressedTwice.body()).contains("it was taken in or dropped");
    assertThat(left()).isEmpty();
    assertThat(served.traces)
        .anyMatch(trace -> trace.startsWith("analyst collection post /intake"))
        .contains("analyst handed in input=" + input.id() + " adverts=2 unread=0");
  }

  @Test
  void readAFileAgainAsSomebodyChooses() throws Exception {
    HttpResponse<String> looked = analyst.upload("/intake", "list.csv", TABLE.getBytes(UTF_8));
    String path = looked.uri().getPath();
    Map<String, String> form = new HashMap<>();
    for (Element select : Jsoup.parse(looked.body()).select("select")) {
      form.put(select.attr("name"), select.select("option[selected]").attr("value"));
    }
    form.put("column-0-0", "text");
    form.put("column-0-1", "");
    form.put("decision", "again");
    Document page = Jsoup.parse(analyst.post(path, form).body());

    assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("text", "", "");
    analyst.post(path, Map.of("decision", "take"));
    assertThat(Files.readString(Path.of(accepted().getFirst().path())))
        .contains("\"text\":\"Повар\"");
  }

  @Test
  void sayWhyNothingCanBeReadAndTakeNothing() throws Exception {
    HttpResponse<String> looked =
        analyst.upload("/intake", "numbers.csv", "a,b,c\n1,2,3\n4,5,6\n7,8,9\n".getBytes(UTF_8));
    Document page = Jsoup.parse(looked.body());

    assertThat(page.select(".problem").text()).contains("Nothing of it can be read");
    assertThat(page.select("button[value=take]")).isEmpty();
    String path = looked.uri().getPath();
    assertThat(analyst.post(path, Map.of("decision", "take")).statusCode()).isEqualTo(404);
    analyst.get(path);
    analyst.post(path, Map.of("decision", "drop"));
    assertThat(analyst.get(path).statusCode()).isEqualTo(404);
    assertThat(accepted()).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void areNobodyElses() throws Exception {
    String path = analyst.upload("/intake", "list.csv", TABLE.getBytes(UTF_8)).uri().getPath();
    Browser other = served.as("analyst-2");
    other.get("/intake");

    assertThat(other.get(path).statusCode()).isEqualTo(404);
    other.get("/intake");
    for (String decision : List.of("take", "again", "drop")) {
      assertThat(other.post(path, Map.of("decision", decision)).statusCode()).isEqualTo(404);
    }
    assertThat(analyst.get(path).statusCode()).isEqualTo(200);
    Browser auditor = served.as("auditor");
    assertThat(auditor.raw("GET", "/intake", "").statusCode()).isEqualTo(403);
    assertThat(accepted()).isEmpty();
  }

  @Test
  void takeNoFormOfAnotherSite() throws Exception {
    analyst.forgetFormToken();
    assertThat(analyst.upload("/intake", "a.csv", TABLE.getBytes(UTF_8)).statusCode())
        .isEqualTo(403);
    assertThat(left()).isEmpty();
  }

  @Test
  void forgetAFileThatNobodyDecidesOn() throws Exception {
    String path = analyst.upload("/intake", "list.csv", TABLE.getBytes(UTF_8)).uri().getPath();
    assertThat(left()).isNotEmpty();
    served.clock.pass(Duration.ofMinutes(29));
    served.clock.pass(Duration.ofMinutes(2));
    Browser again = served.as("analyst");
    assertThat(again.get(path).statusCode()).isEqualTo(404);
    assertThat(left()).isEmpty();
  }

  @Test
  void forgetAFileThatNobodyDecidesOnThoughNobodyAsks() throws Exception {
    analyst.upload("/intake", "list.csv", TABLE.getBytes(UTF_8));
    assertThat(left()).isNotEmpty();
    served.clock.pass(Duration.ofMinutes(31));
    Instant soon = Instant.now().plusSeconds(300);
    while (held() > 0 && Instant.now().isBefore(soon)) {
      Thread.sleep(100);
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void keepNothingOfAFileAtWhichReadingFails() throws Exception {
    byte[] lines = "{\"text\":\"Kitchen help wanted\"}\n".getBytes(UTF_8);
    String path = analyst.upload("/intake", "list.jsonl", lines).uri().getPath();
    Path sites = Files.createDirectories(served.workspace.sites());
    Files.writeString(sites.resolve("broken.yaml"), "this: is no template\n");

    assertThat(analyst.post(path, Map.of("decision", "again")).statusCode()).isNotEqualTo(200);
    assertThat(left()).isEmpty();
    analyst.get("/intake");
    assertThat(analyst.upload("/intake", "list.jsonl", lines).statusCode()).isNotEqualTo(200);
    assertThat(left()).isEmpty();
  }

  @Test
  void takeAFileLargerThanFitsIntoAFormElsewhereAndRefuseOneThatIsTooLarge() throws Exception {
    StringBuilder lines = new StringBuilder();
    String words = "Nothing but kitchen work. ".repeat(700);
    for (int i = 0; lines.length() < 14 << 20; i++) {
      lines.append("{\"id\":\"%d\",\"text\":\"%s\"}\n".formatted(i, words));
    }
    HttpResponse<String> looked =
        analyst.upload("/intake", "big.jsonl", lines.toString().getBytes(UTF_8));
    assertThat(looked.body()).contains("JSON Lines", "decision");

    analyst.get("/intake");
    byte[] large = new byte[(int) Submissions.MOST_BYTES + (1 << 19)];
    Arrays.fill(large, (byte) ' ');
    HttpResponse<String> refused = analyst.upload("/intake", "huge.jsonl", large);
    assertThat(refused.statusCode()).isEqualTo(413);
  }

  /** What is in memory is measured once all but the last of a file has come. */
  @Test
  void holdAFileOnTheDiskAndNotInMemoryWhileItComes() throws Exception {
    long most = Submissions.MOST_BYTES - (1 << 20);
    long before = heap();
    long[] seen = new long[2];
    InputStream coming =
        new InputStream() {
          private long sent;

          @Override
          public int read() {
            return sent++ < most ? ' ' : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            if (sent >= most) {
              return -1;
            }
            if (sent + length >= most) {
              seen[0] = waitForDisk(most - (2 << 20));
              seen[1] = heap() - before;
            }
            int now = (int) Math.min(length, most - sent);
            Arrays.fill(bytes, offset, offset + now, (byte) ' ');
            sent += now;
            return now;
          }
        };

    analyst.upload("/intake", "large.jsonl", coming);

    assertThat(seen[0]).as("bytes on the disk").isGreaterThan(most - (2 << 20));
    assertThat(seen[1]).as("bytes of the heap").isLessThan(16 << 20);
  }

  /** Returns how many bytes of an upload lie on the disk, once that is so many, or too late. */
  private long waitForDisk(long bytes) throws IOException {
    long lie = 0;
    for (int i = 0; lie < bytes && i < 300; i++) {
      try (Stream<Path> files = Files.walk(folder)) {
        lie =
            files.filter(IntakePagesTest::isLarge).mapToLong(file -> file.toFile().length()).sum();
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return lie;
  }

  private static boolean isLarge(Path file) {
    return file.toFile().length() > 20 << 20;
  }

  private static long heap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Test
  void readFilesAgainSoManyTimesAMinute() throws Exception {
    byte[] lines = "{\"text\":\"Kitchen help wanted\"}\n".getBytes(UTF_8);
    String path = analyst.upload("/intake", "list.jsonl", lines).uri().getPath();
    for (int i = 1; i < Console.FILES_A_MINUTE; i++) {
      assertThat(analyst.post(path, Map.of("decision", "again")).statusCode()).isEqualTo(200);
    }
    assertThat(analyst.post(path, Map.of("decision", "again")).statusCode()).isEqualTo(429);
    served.clock.pass(Duration.ofMinutes(1));
    analyst.get(path);
    assertThat(analyst.post(path, Map.of("decision", "again")).statusCode()).isEqualTo(200);
  }

  @Test
  void showNothingOfATextThatSuggestsAMinorWhereverItSaysSo() throws Exception {
    String far = "Maria is new here. " + "She likes long walks by the sea. ".repeat(9);
    String lines =
        """
        {"text":"Maria is 17 years old and new here"}
        {"text":"%s Maria is 17 years old."}
        {"text":"Maria is new here","fields":{"age":"16"}}
        """
            .formatted(far);
    String looked = analyst.upload("/intake", "list.jsonl", lines.getBytes(UTF_8)).body();
    assertThat(looked).contains("3 adverts").contains("·····").doesNotContain("Maria");

    analyst.get("/intake");
    String table =
        "title;text;age\nCook;Cook wanted in a hotel;\nMaria;Maria is 17 years old and new;\n"
            + "Maria;Maria is new;16\n";
    looked = analyst.upload("/intake", "list.csv", table.getBytes(UTF_8)).body();
    assertThat(looked).contains("Cook wanted in a hotel", "·····").doesNotContain("Maria");

    analyst.get("/intake");
    String headless = "Maria;Maria is 17 years old and new\nCook;Cook wanted in a hotel\n";
    looked = analyst.upload("/intake", "list.csv", headless.getBytes(UTF_8)).body();
    assertThat(looked).contains("·····").doesNotContain("Maria");
  }

  @Test
  void showDotsForExplicitWording() throws Exception {
    String wording = "no health checks";
    String text = "Cleaner in a slaughterhouse, " + wording + ", start on Monday.";
    String lines = "{\"text\":\"" + text + "\"}\n";
    String table = "title;text\nCleaner;" + text + "\nCook;Cook wanted in a hotel\n";
    for (String file : List.of(lines, table)) {
      analyst.get("/intake");
      String name = file.equals(lines) ? "list.jsonl" : "list.csv";
      String looked = analyst.upload("/intake", name, file.getBytes(UTF_8)).body();
      assertThat(looked).contains("Cleaner in a slaughterhouse", "·····").doesNotContain(wording);
    }
  }

  @Test
  void showDotsWhereTheModelsWereNotApproved() throws Exception {
    FolderTree.delete(new Workspace(folder).models());

    String looked = analyst.upload("/intake", "list.csv", TABLE.getBytes(UTF_8)).body();

    assertThat(looked).contains("2 adverts; all can be read.", "·····").doesNotContain("гостиницу");
  }

  @Test
  void speakTheReadersLanguage() throws Exception {
    analyst.post("/language", Map.of("language", "fr", "next", "/intake"));
    Document page =
        Jsoup.parse(analyst.upload("/intake", "list.csv", TABLE.getBytes(UTF_8)).body());
    assertThat(page.select("main").text())
        .contains("Pris pour : tableau (CSV, TSV)", "2 annonces ; tout est lisible.");
  }

  private List<InputManifest> accepted() throws Exception {
    return new Inbox(new Workspace(folder), Clock.systemUTC()).accepted();
  }

  /** Returns how many files wait, beside the folder in which others come in. */
  private long held() throws Exception {
    try (Stream<Path> folders = Files.list(folder.resolve("console").resolve("submitted"))) {
      return folders.filter(one -> !one.endsWith("incoming")).count();
    }
  }

  /** Returns what lies beside the inbox. */
  private List<Path> left() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("console").resolve("submitted"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
