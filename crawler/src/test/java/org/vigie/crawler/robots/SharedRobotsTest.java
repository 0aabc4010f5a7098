package org.vigie.crawler.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.SharedPages;

/** What RFC 9309 makes of real and exemplary files, worked out by hand. */
class SharedRobotsTest {
  /** File, agent, and paths: {@code +} if it may fetch them. */
  private static final String EXPECTED =
      """
      astore.amazon.com-robots.txt vigie +/ +/a?b
      crawl-delay-group-merging.txt mybot -/private/x +/private +/login/ +/
      crawl-delay-group-merging.txt yourbot -/private/x -/login/x +/login +/
      crawl-delay-group-merging.txt vigie +/private/ +/login/
      directive-typos-robots.txt bot1 -/desallow/x -/dissalow/x +/x
      directive-typos-robots.txt bot2 -/useragent/x +/desallow/
      directive-typos-robots.txt vigie +/desallow/ +/useragent/
      dos-line-endings.txt vigie +/ +/a
      extended-standard-robots.txt bot1 +/ +/a
      extended-standard-robots.txt bot4 +/ +/a
      extended-standard-robots.txt vigie +/a
      extension-robots.txt mybot -/private/x +/private +/secret/ +/admin/
      extension-robots.txt otherbot -/admin/x +/private/
      extension-robots.txt vigie +/private/ +/admin/ +/sitemap.xml
      extensions-group-merging.txt mybot -/private/x -/login/x +/ +/llms.txt
      extensions-group-merging.txt yourbot -/private/x -/login/x +/
      extensions-group-merging.txt vigie -/ -/private/ +/llms.txt -/llms.tx
      format-errors-robots.txt bot1 -/whitespace-before-colon/x
      format-errors-robots.txt bot3 +/whitespace-before-colon/x -/ -/x -/sitemap.xml
      format-errors-robots.txt vigie +/whitespace-before-colon/
      malformed-path.txt vigie -/wiki/Wikipedia_talk:Mediation_Committee/x
      malformed-path.txt vigie -/wiki/Wikipedia_talk%3AMediation_Committee/
      malformed-path.txt vigie -/wiki/Wikipedia_talk%253Mediation_Committee/ +/wiki/
      many-user-agents.txt GetRight -/ -/translate/ -/a
      many-user-agents.txt wget -/ -/a +/robots.txt
      many-user-agents.txt vigie +/ +/a -/translate/x -/lang/en/forum/ +/lang/en/ -/bot-trap/
      merge-rules.txt testy -/ -/foo
      merge-rules.txt curl -/x
      merge-rules.txt wget +/foo/bar -/tmp/bar +/ckh/bar +/x
      merge-rules.txt vigie -/foo/bar/x -/tmp/bar +/ckh/bar +/foo/
      precedence-of-rules.txt testy -/foo -/foo/xa -/foo/bzz +/foo/bar/x +/fo
      precedence-of-rules.txt wget -/x +/foo/x +/index.html -/index.htm -/
      precedence-of-rules.txt vigie +/foo
      relative-sitemap-robots.txt vigie -/cache/x -/files/ +/sitemap.xml +/files
      rfc9309-example-longest-match-robots.txt foobot +/example/page/x +/other
      rfc9309-example-longest-match-robots.txt foobot -/example/page/disallowed.gif
      rfc9309-example-longest-match-robots.txt vigie +/example/page/disallowed.gif
      rfc9309-example-rule-group-merging.txt ExampleBot -/foo -/bar -/baz +/qux
      rfc9309-example-rule-group-merging.txt BazBot +/foo -/baz
      rfc9309-example-rule-group-merging.txt vigie -/foo -/bar +/baz
      rfc9309-example-simple-robots.txt foobot -/x +/example/page.html +/example/allowed.gif
      rfc9309-example-simple-robots.txt foobot -/example/x.gif -/publications/
      rfc9309-example-simple-robots.txt barbot -/example/page.html +/example/x.gif
      rfc9309-example-simple-robots.txt bazbot -/example/page.html +/x.gif
      rfc9309-example-simple-robots.txt quxbot +/x.gif +/example/
      rfc9309-example-simple-robots.txt vigie -/x.gif +/x.gif?y -/example/ +/publications/
      rfc9309-example-simple-robots.txt vigie -/x.gif.gif
      robots-with-utf16be-bom.txt vigie -/login.aspx?x -/a/b/output/print +/output/print +/
      robots-with-utf16be-bom.txt Googlebot -/login.aspx -/profile1 +/searc
      robots-with-utf16le-bom.txt vigie -/login.aspx -/a/output/print/2 -/search.aspx +/login
      robots-with-utf16le-bom.txt Googlebot -/register.aspx +/x
      robots-with-utf8-bom.txt vigie -/login.aspx -/profile -/a/output/print +/Login.aspx
      robots-with-utf8-bom.txt Googlebot -/search.aspx +/x
      sitemap-robots-dedup.txt vigie +/ +/a
      sitemap-robots.txt vigie +/ +/a
      twitter.com-robots.txt Googlebot -/a?b -/a/with_friends +/a -/?
      twitter.com-robots.txt Slurp -/?q +/q
      twitter.com-robots.txt vigie -/a?b -/a/b/with_friends +/with_friends +/a
      wildcards.txt vigie -/wishlist/x +/wishlist/universal/x +/wishlist/get-button
      wildcards.txt vigie -/gp/registry/wishlist/a/reserve -/a/gcrnsts -/dp/shipping/ +/dp/x
      wildcards.txt vigie -/gp/wishlist/y +/gp/wishlist/ipad-install1 +/rss/people/x/reviews
      wildcards.txt Googlebot -/rss/people/x/reviews -/gp/pdp/rss/x/reviews -/a/sim/B001132UEE
      wildcards.txt EtaoSpider -/ -/wishlist/universal
      www.flot.com-robots.txt vigie -/bitrix/x -/img/ +/imgs +/sitemap_index.xml
      """;

  private static final String FOLDER = "crawl/robots";

  @Test
  void readsEverySharedFileAsTheRfcMeansIt() throws Exception {
    Map<String, String> wrong = new TreeMap<>();
    TreeSet<String> read = new TreeSet<>();
    for (String line : EXPECTED.lines().toList()) {
      String[] words = line.split(" ");
      read.add(words[0]);
      byte[] file = SharedPages.read(SharedPages.folder(FOLDER).resolve(words[0]));
      for (int i = 2; i < words.length; i++) {
        URI page = URI.create("http://x.example.org" + words[i].substring(1));
        boolean allows = RobotsFiles.rules(file, words[1], page).allows(page);
        if (allows != words[i].startsWith("+")) {
          wrong.put(line, words[i]);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(read).isEqualTo(namesOfAllFiles());
  }

  @Test
  void findsTheSitemapsOfEverySharedFileThatNamesAny() throws Exception {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : SharedPages.files(SharedPages.folder(FOLDER), ".txt")) {
      URI page = URI.create("http://x.example.org/");
      List<URI> sitemaps = RobotsFiles.rules(SharedPages.read(file), "vigie", page).sitemaps();
      if (!sitemaps.isEmpty()) {
        found.put(
            file.getFileName().toString(),
            List.of(sitemaps.size() + "", sitemaps.getFirst().toString()));
      }
    }

    String own = "http://x.example.org/sitemap.xml";
    String weekly = "http://www.newsweek.com/sitemap_index.xml";
    assertThat(found)
        .isEqualTo(
            Map.of(
                "extension-robots.txt", List.of("1", own),
                "format-errors-robots.txt", List.of("1", own),
                "relative-sitemap-robots.txt", List.of("1", own),
                "robots-with-utf16be-bom.txt", List.of("1", weekly),
                "robots-with-utf16le-bom.txt", List.of("1", weekly),
                "robots-with-utf8-bom.txt", List.of("1", weekly),
                "sitemap-robots-dedup.txt", List.of("1", "http://example.org/sitemap.xml"),
                "sitemap-robots.txt", List.of("3", "http://domain.com/sitemap.xml"),
                "wildcards.txt", List.of("8", "http://www.amazon.com/sitemap-manual-index.xml"),
                "www.flot.com-robots.txt", List.of("1", "http://flot.com/sitemap_index.xml")));
  }

  private static TreeSet<String> namesOfAllFiles() throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (Path file : SharedPages.files(SharedPages.folder(FOLDER), ".txt")) {
      names.add(file.getFileName().toString());
    }
    return names;
  }
}
