package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Enclosures;
import org.vigie.pipeline.workspace.Workspace;

/** Files that people put into a case, and take out. */
class CaseFilesTest {
  private static final byte[] PAGE = "<script>x()</script>".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private ServedConsole served;
  private Browser lead;
  private String file;

  @BeforeEach
  void openACase() throws Exception {
    served = ServedConsole.on(new Workspace(folder));
    lead = served.as("case-lead");
    file = lead.post("/cases", Map.of("title", "An operation")).uri().getPath();
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void comeOutAsTheyWentInAndAreNeverShown() throws Exception {
    Document page = Jsoup.parse(lead.upload(file + "/files", "evidence.html", PAGE).body());
    assertThat(page.select("section:has(#files) li").text())
        .startsWith("evidence.html 20 bytes")
        .contains("case-lead", "SHA-256 " + hash(PAGE));

    HttpResponse<String> out = lead.get(page.select("section:has(#files) li a").attr("href"));
    assertThat(out.body()).isEqualTo(new String(PAGE, StandardCharsets.UTF_8));
    assertThat(out.headers().map())
        .containsEntry("content-type", List.of("application/octet-stream"))
        .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"))
        .containsEntry("x-content-type-options", List.of("nosniff"));
    assertThat(out.headers().firstValue("Content-Disposition").orElseThrow())
        .as("an ending that a browser would show or a computer run isn't kept")
        .matches("attachment; filename=\"vigie-k-1-1\\.bin\"");
    assertThat(served.traces)
        .anyMatch(trace -> trace.startsWith("case-lead disclosure get /cases/{id}/files/{file}"));
  }

  @Test
  void areThereForMembersOfTheCaseAlone() throws Exception {
    Document page = Jsoup.parse(lead.upload(file + "/files", "a.pdf", PAGE).body());
    String path = page.select("section:has(#files) li a").attr("href");
    Browser stranger = served.as("analyst");

    assertThat(stranger.raw("GET", path, "").statusCode()).isEqualTo(404);
    assertThat(stranger.upload(file + "/files", "b.pdf", PAGE).statusCode()).isEqualTo(404);
    Browser otherLead = served.as("case-lead-2");
    String other = otherLead.post("/cases", Map.of("title", "Another operation")).uri().getPath();
    assertThat(otherLead.raw("GET", other + "/files/1", "").statusCode())
        .as("by way of another case")
        .isEqualTo(404);

    lead.post(file + "/members", Map.of("account", "analyst", "change", "add"));
    served.because(stranger, file.substring("/cases/".length()));
    assertThat(stranger.get(path).headers().firstValue("Content-Disposition")).isPresent();
  }

  @Test
  void mayHaveAnyNameAtAll() throws Exception {
    List<String> names =
        HostileTexts.all().stream()
            .filter(name -> name.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"'))
            .limit(150)
            .toList();
    for (String name : names) {
      assertThat(lead.upload(file + "/files", name, PAGE).statusCode()).as(name).isEqualTo(200);
    }
    lead.upload(file + "/files", "../../../etc/cron.d/x", PAGE);

    Document page = Jsoup.parse(lead.get(file).body());
    assertThat(page.select("section:has(#files) li")).hasSize(names.size() + 1);
    assertThat(page.select("section:has(#files) li > a > *:not(mark):not(bdi)")).isEmpty();
    assertThat(page.select("body script, iframe, object, embed, style, base")).isEmpty();
    assertThat(page.select("img")).hasSize(1);
    try (Stream<Path> kept = Files.walk(folder)) {
      assertThat(kept.filter(Files::isRegularFile).map(path -> path.getFileName().toString()))
          .as("one content, kept once and under its hash")
          .filteredOn(name -> name.length() == 64)
          .hasSize(1);
    }
  }

  @Test
  void areNeitherEmptyNorLargerThanTenMegabytes() throws Exception {
    assertThat(lead.upload(file + "/files", "a.pdf", new byte[0]).statusCode()).isEqualTo(422);
    assertThat(
            lead.upload(file + "/files", "a.pdf", new byte[Enclosures.MOST_BYTES + 1]).statusCode())
        .isEqualTo(422);
    assertThat(lead.upload(file + "/files", "a.pdf", new byte[Enclosures.MOST_BYTES]).statusCode())
        .isEqualTo(200);
    assertThat(lead.post(file + "/files", Map.of()).statusCode()).isEqualTo(422);
    assertThat(lead.get(file).body()).containsOnlyOnce("SHA-256");
  }

  @Test
  void areNotGivenOutOnceTheyAreNoLongerWhatWasPutIn() throws Exception {
    lead.upload(file + "/files", "a.pdf", PAGE);
    Path kept;
    try (Stream<Path> files =
        Files.list(served.workspace.database().resolveSibling("enclosures"))) {
      kept = files.findFirst().orElseThrow();
    }
    byte[] changed = PAGE.clone();
    changed[0] ^= 1;
    Files.write(kept, changed);

    HttpResponse<String> page = lead.get(file + "/files/1");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body()).doesNotContain("x()");
  }

  @Test
  void keepTheEndingOfTheirNameWhereTheyBeginAsSuchFilesDo() throws Exception {
    byte[] pdf = "%PDF-1.7 a report".getBytes(StandardCharsets.UTF_8);
    byte[] program = {'M', 'Z', 0, 1};
    assertThat(ending("report.pdf", pdf)).isEqualTo("pdf");
    assertThat(ending("report.pdf", program)).isEqualTo("bin");
    assertThat(ending("list.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("csv");
    assertThat(ending("list.csv", program)).isEqualTo("bin");
    assertThat(ending("report.exe", pdf)).isEqualTo("bin");
  }

  @Test
  void areNotKeptWhereAScannerFindsMalwareOrDoesNotAnswer() throws Exception {
    served.close();
    Path script = folder.resolve("scan.sh");
    Files.writeString(script, "grep -q infected && exit 1; exit 0\n");
    Workspace workspace = new Workspace(folder);
    Files.writeString(workspace.config(), "files: {scanner: '/bin/sh %s'}\n".formatted(script));
    served = ServedConsole.again(workspace, Optional.empty());
    lead = served.as("case-lead");
    served.because(lead, file.substring("/cases/".length()));

    byte[] infected = "an infected file".getBytes(StandardCharsets.UTF_8);
    assertThat(lead.upload(file + "/files", "a.txt", infected).statusCode()).isEqualTo(422);
    assertThat(lead.upload(file + "/files", "a.txt", PAGE).statusCode()).isEqualTo(200);
    Files.writeString(script, "exit 2\n");
    assertThat(lead.upload(file + "/files", "b.txt", PAGE).statusCode()).isEqualTo(503);
    assertThat(lead.get(file).body()).containsOnlyOnce("SHA-256");
  }

  private String ending(String name, byte[] content) throws Exception {
    Document page = Jsoup.parse(lead.upload(file + "/files", name, content).body());
    String saved =
        lead.get(page.select("section:has(#files) li a").attr("href"))
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow();
    return saved.substring(saved.lastIndexOf('.') + 1, saved.length() - 1);
  }

  @Test
  void needTheFormsToken() throws Exception {
    Browser other = served.as("case-lead");
    other.forgetFormToken();
    assertThat(other.upload(file + "/files", "a.pdf", PAGE).statusCode()).isEqualTo(403);
    assertThat(lead.get(file).body()).doesNotContain("a.pdf");
  }

  private static String hash(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
