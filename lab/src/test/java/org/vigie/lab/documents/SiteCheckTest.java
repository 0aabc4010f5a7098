package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;

/** What {@code ./vigie site} refuses once it has made the pages. */
class SiteCheckTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Path CHECK = Readme.project().resolve("deploy/site/CheckSite.java");

  @TempDir Path site;

  @Test
  void takesLinksThatLeadToPagesPicturesAndHeadings() throws Exception {
    page("index.html", "<a href=\"docs/a.html#part\">A</a> <a href=\"https://example.org/\">E</a>");
    page("docs/a.html", "<h2><a href=\"#part\" id=\"part\">Part</a></h2><img src=\"b.png\">");
    Files.writeString(site.resolve("docs/b.png"), "picture");

    assertThat(check(0)).isEqualTo("3 files, 4 links, 0 wrong\n");
  }

  @Test
  void namesEachLinkThatLeadsNowhereAndWhatComesFromElsewhere() throws Exception {
    page("index.html", "<a href=\"lost.html\">L</a><a href=\"#lost\">L</a><a href=\"../x\">X</a>");
    page("a.html", "<img src=\"//example.org/b.png\"><script src=\"https://example.org/c.js\">");
    Files.writeString(site.resolve("site.css"), "@import 'https://example.org/d.css';");
    page("b.html", "<link rel=\"stylesheet\" href=\"site.css\"><p style=\"top: url(e.png)\">");

    assertThat(check(1))
        .contains(
            "index.html: lost.html leads to no file\n",
            "index.html: #lost leads to no heading\n",
            "index.html: ../x leads to no file\n",
            "a.html: a page must load nothing of elsewhere, but loads //example.org/b.png\n",
            "a.html: a page must load nothing of elsewhere, but loads https://example.org/c.js\n",
            "site.css: a style may load nothing\n",
            "b.html: a style may load nothing\n");
  }

  @Test
  void findsASiteWithoutPagesWrong() throws Exception {
    assertThat(check(1)).contains("there must be pages, but there are none\n");
  }

  private void page(String name, String body) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "<!DOCTYPE html>\n<html lang=\"en\">\n<body>" + body + "</body></html>");
  }

  private String check(int code) throws Exception {
    Process process =
        new ProcessBuilder(JAVA, "-XX:TieredStopAtLevel=1", CHECK.toString(), site.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(out).isEqualTo(code);
    return out;
  }
}
