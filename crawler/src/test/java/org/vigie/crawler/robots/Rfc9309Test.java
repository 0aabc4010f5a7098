package org.vigie.crawler.robots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 9309 says of small files, case by case. Sections are those of the RFC. */
class Rfc9309Test {
  private static final String ALL = "User-agent: *\n";
  private static final String TOP = ALL + "Disallow: /\n";

  /**
   * One case.
   *
   * @param why the section, and what it says
   */
  record Case(String why, String agent, byte[] file, String target, boolean allowed) {
    @Override
    public String toString() {
      return why + ": " + target;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAFileAsTheRfcMeansIt(Case one) throws Exception {
    URI page = URI.create("http://x.example.org" + one.target);

    assertThat(RobotsFiles.rules(one.file, one.agent, page).allows(page)).isEqualTo(one.allowed);
  }

  @Test
  void hasAHundredDifferentCases() {
    List<String> all =
        cases().map(c -> c.agent + c.target + new String(c.file, ISO_8859_1)).toList();

    assertThat(new HashSet<>(all)).hasSameSizeAs(all).hasSizeGreaterThanOrEqualTo(100);
  }

  static Stream<Case> cases() {
    List<Case> all = new ArrayList<>();
    groups(all);
    records(all);
    matching(all);
    encoding(all);
    bytes(all);
    return all.stream();
  }

  private static void groups(List<Case> all) {
    no(all, "2.2.1 the name is compared without case", "user-AGENT: VIGIE\ndisallow: /a", "/a");
    no(
        all,
        "2.2.1 a version behind the name is no part of it",
        "User-agent: vigie/2.0\nDisallow: /",
        "/a");
    no(all, "2.2.1 nor are words behind it", "User-agent: Vigie the crawler\nDisallow: /", "/a");
    yes(all, "2.2.1 a longer name is another one", "User-agent: vigiebot\nDisallow: /", "/a");
    yes(all, "2.2.1 with a hyphen too", "User-agent: vigie-news\nDisallow: /", "/a");
    yes(all, "2.2.1 and with an underscore", "User-agent: vigie_x\nDisallow: /", "/a");
    yes(all, "2.2.1 a shorter name is another one", "User-agent: vig\nDisallow: /", "/a");
    yes(all, "2.2.1 a name within is another one", "User-agent: a vigie\nDisallow: /", "/a");
    no(all, "2.2.1 the star is for all who aren't named", TOP + "User-agent: b\nDisallow:", "/a");
    yes(all, "2.2.1 but not for one who is", TOP + "User-agent: vigie\nDisallow: /b", "/a");
    no(all, "2.2.1 whose own rules hold", TOP + "User-agent: vigie\nDisallow: /b", "/b");
    yes(all, "2.2.1 in whatever order", "User-agent: vigie\nDisallow: /b\n" + TOP, "/a");
    yes(all, "2.2.1 also if it has no rule", TOP + "User-agent: vigie", "/a");
    yes(all, "2.2.1 also if its rule is empty", TOP + "User-agent: vigie\nDisallow:", "/a");
    no(
        all,
        "2.2.1 groups of one name are one",
        "User-agent: vigie\nDisallow: /a\nUser-agent: b\nAllow: /\nUser-agent: vigie\nDisallow: /c",
        "/a");
    no(
        all,
        "2.2.1 its later part counts too",
        "User-agent: vigie\nDisallow: /b\nUser-agent: b\nAllow: /\nUser-agent: Vigie/9\nDisallow: /c",
        "/c");
    no(
        all,
        "2.2.1 groups of the star are one",
        ALL + "Disallow: /a\nUser-agent: b\nAllow: /\n" + ALL + "Disallow: /c",
        "/c");
    no(
        all,
        "2.2.1 several names share rules",
        "User-agent: b\nUser-agent: vigie\nUser-agent: c\nDisallow: /a",
        "/a");
    no(
        all,
        "2.2.1 a name and the star share rules",
        "User-agent: vigie\nUser-agent: *\nDisallow: /a",
        "/a");
    no(
        all,
        "2.2.1 the star and a name share rules",
        "User-agent: *\nUser-agent: vigie\nDisallow: /a",
        "/a");
    yes(
        all,
        "2.2.1 a new name after a rule begins a group",
        "User-agent: vigie\nDisallow: /a\nUser-agent: b\nDisallow: /c",
        "/c");
    no(all, "2.2.1 a blank line ends no group", ALL + "\n\nDisallow: /a\n\nDisallow: /b", "/b");
    no(
        all,
        "2.2.1 nor does a blank line between names",
        "User-agent: vigie\n\nUser-agent: b\n\nDisallow: /b",
        "/b");
    yes(
        all,
        "2.2.1 rules before any name are for nobody",
        "Disallow: /a\n" + ALL + "Disallow: /b",
        "/a");
    yes(all, "2.2.1 no group, no rules", "Disallow: /", "/a");
    no(
        all,
        "2.2 a name that is missing is no line of a group",
        ALL + "Disallow: /b\nUser-agent:\nDisallow: /a",
        "/a");
    one(
        all,
        "2.2.1 another agent has its own group",
        "other",
        TOP + "User-agent: other\nAllow: /",
        "/a",
        true);
    one(
        all,
        "2.2.1 an agent's name may have a hyphen",
        "my-bot_x",
        "User-agent: My-Bot_X/1\nDisallow: /a",
        "/a",
        false);
    one(
        all,
        "2.2.1 whose first part is another agent",
        "my-bot",
        "User-agent: my\nDisallow: /a",
        "/a",
        true);
  }

  private static void records(List<Case> all) {
    no(all, "2.2 white space is free", " \t User-agent \t: \t * \n  Disallow\t:\t/a  ", "/a");
    no(all, "2.2 or left out", "user-agent:*\ndisallow:/a", "/a");
    no(all, "2.2 a comment ends the rule", ALL + "Disallow: /a # /b", "/ab");
    yes(all, "2.2 and is no rule", ALL + "# Disallow: /a", "/a");
    no(all, "2.2 a comment may follow the name", "User-agent: * # all\nDisallow: /a", "/a");
    no(all, "2.2 without a space as well", ALL + "Disallow: /a#b", "/abc");
    yes(all, "2.2.2 an empty rule disallows nothing", ALL + "Disallow:", "/a");
    yes(all, "2.2.2 with a comment too", ALL + "Disallow: # /", "/a");
    no(all, "2.2.2 an empty permission permits nothing", TOP + "Allow:", "/a");
    no(
        all,
        "2.2.4 other records don't end a group",
        "User-agent: vigie\nSitemap: http://x.example.org/s\nDisallow: /a",
        "/a");
    no(
        all,
        "2.2.4 nor stand between names",
        "User-agent: vigie\nSitemap: /s\nUser-agent: b\nDisallow: /a",
        "/a");
    no(
        all,
        "2.2.4 nor does a Crawl-delay",
        "User-agent: vigie\nCrawl-delay: 2\nUser-agent: b\nDisallow: /a",
        "/a");
    no(
        all,
        "2.2.4 nor one among the rules",
        ALL + "Disallow: /b\nCrawl-delay: 0.5\nDisallow: /a",
        "/a");
    no(all, "2.2.4 nor one that is no number", ALL + "Crawl-delay: soon\nDisallow: /a", "/a");
    no(
        all,
        "2.2.4 unknown records are passed over",
        ALL + "Noindex: /b\nHost: x.example.org\nDisallow: /a",
        "/a");
    yes(
        all,
        "2.2.4 and disallow nothing",
        ALL + "Noindex: /a\nClean-param: s /a\nDisallow: /b",
        "/a");
    no(all, "2.3.1.5 the lines that can be read count", ALL + "!!!\n: : :\nDisallow: /a\n=5", "/a");
    no(all, "2.3.1.5 rubbish before the group too", "%PDF\n<-- \n" + ALL + "Disallow: /a", "/a");
    no(all, "beyond: a common misspelling is understood", ALL + "Dissallow: /a", "/a");
    no(all, "beyond: of the name as well", "Useragent: *\nDisallow: /a", "/a");
    no(all, "beyond: so is a missing colon", ALL + "Disallow /a", "/a");
    no(
        all,
        "2.2 a sitemap forbids nothing and ends nothing",
        "Sitemap: http://x.example.org/s.xml\n" + ALL + "Disallow: /a\nSitemap: /t",
        "/a");
    yes(all, "2.2.2 the file itself may always be fetched", TOP, "/robots.txt");
    no(all, "2.2.2 but not what begins like it", TOP, "/robots.txt.bak");
    no(all, "2.2.2 nor the file with a query", TOP, "/robots.txt?a");
    yes(all, "2.2 an empty file allows all", "", "/a");
    yes(all, "2.2 a file of comments too", "# nothing\r\n# here", "/a");
  }

  private static void matching(List<Case> all) {
    no(all, "2.2.2 a rule matches what begins with it", ALL + "Disallow: /a", "/abc/d?e");
    yes(all, "2.2.2 and nothing else", ALL + "Disallow: /a", "/b/a");
    yes(all, "2.2.2 case matters in paths", ALL + "Disallow: /Fish", "/fish");
    no(all, "2.2.2 the slash is all", TOP, "/");
    no(all, "2.2.2 an empty path is the slash", TOP, "");
    no(all, "2.2.2 a folder's rule", ALL + "Disallow: /a/", "/a/b");
    yes(all, "2.2.2 isn't its name's", ALL + "Disallow: /a/", "/a");
    yes(all, "2.2.2 the longest match counts", TOP + "Allow: /a/", "/a/b");
    no(all, "2.2.2 also where it disallows", ALL + "Allow: /a\nDisallow: /a/b", "/a/bc");
    no(all, "2.2.2 in whatever order", ALL + "Disallow: /a/b\nAllow: /a", "/a/bc");
    yes(all, "2.2.2 of two as long, the one that allows", ALL + "Disallow: /a\nAllow: /a", "/ab");
    yes(all, "2.2.2 in whatever order they stand", ALL + "Allow: /a\nDisallow: /a", "/ab");
    yes(all, "2.2.2 also with a star", ALL + "Disallow: /a*\nAllow: /ab", "/abc");
    no(all, "2.2.2 a rule counts with its star", ALL + "Disallow: /a*c\nAllow: /ab", "/abc");
    no(all, "2.2.2 a query belongs to the path", ALL + "Disallow: /a?b=1", "/a?b=12");
    yes(all, "2.2.2 which is another one without it", ALL + "Disallow: /a?b=1", "/a");
    no(all, "2.2.3 a star is any text", ALL + "Disallow: /a*z", "/a/b/c/z9");
    no(all, "2.2.3 or none", ALL + "Disallow: /a*z", "/az");
    no(all, "2.2.3 it may come first", ALL + "Disallow: *.gif", "/x/y.gif");
    no(all, "2.2.3 or twice", ALL + "Disallow: /**/c", "/a/b/c");
    no(all, "2.2.3 or alone", ALL + "Disallow: *", "/a");
    no(all, "2.2.3 at the end it changes nothing", ALL + "Disallow: /a*", "/ab");
    yes(all, "2.2.3 several stars keep their order", ALL + "Disallow: /*a*b*c", "/c/b/a");
    no(all, "2.2.3 several stars match in order", ALL + "Disallow: /*a*b*c", "/a/b/c");
    no(all, "2.2.3 a dollar is the end", ALL + "Disallow: /a$", "/a");
    yes(all, "2.2.3 beyond which is nothing", ALL + "Disallow: /a$", "/ab");
    yes(all, "2.2.3 a query neither", ALL + "Disallow: /a$", "/a?b");
    yes(all, "2.2.3 the front page alone", ALL + "Disallow: /$", "/a");
    no(all, "2.2.3 star and dollar", ALL + "Disallow: /*.gif$", "/a.gif");
    yes(all, "2.2.3 star and dollar, not at the end", ALL + "Disallow: /*.gif$", "/a.gif?b");
    no(all, "2.2.3 what repeats before the end", ALL + "Disallow: /*.gif$", "/a.gif.gif");
    no(all, "2.2.3 after several stars as well", ALL + "Disallow: /*a*b$", "/aab/ab/b");
    no(all, "2.2.3 a dollar elsewhere is a dollar", ALL + "Disallow: /a$b", "/a$bc");
    yes(all, "2.2.3 a star of its own is written %2A", ALL + "Disallow: /a%2Ab", "/axb");
    no(all, "2.2.3 which matches a star", ALL + "Disallow: /a%2Ab", "/a*b");
    no(all, "2.2.3 a dollar of its own is written %24", ALL + "Disallow: /a%24", "/a$b");
    no(
        all,
        "2.2.2 a page that is allowed doesn't allow its folder",
        TOP + "Allow: /index.html",
        "/");
    yes(all, "2.2.2 a page that is allowed", TOP + "Allow: /index.html", "/index.html");
    no(
        all,
        "RFC 3986, 5.2.4: a detour leads to a page that is disallowed",
        ALL + "Disallow: /a",
        "/b/../a");
    no(all, "RFC 3986, 5.2.4: an encoded one too", ALL + "Disallow: /a", "/b/%2E%2e/a");
    yes(all, "RFC 3986, 5.2.4: or to one that isn't", ALL + "Disallow: /a", "/b/./c");
  }

  private static void encoding(List<Case> all) {
    no(all, "2.2.2 what is beyond ASCII is encoded in the file", ALL + "Disallow: /é", "/%C3%A9");
    no(all, "2.2.2 or was", ALL + "Disallow: /%c3%a9", "/%C3%A9");
    no(all, "2.2.2 whatever the script", ALL + "Disallow: /bar/ツ", "/bar/%E3%83%84");
    no(all, "2.2.2 in the query too", ALL + "Disallow: /a?ö", "/a?%C3%B6");
    no(all, "2.2.2 four octets", ALL + "Disallow: /\uD83D\uDC1F", "/%f0%9f%90%9f");
    yes(all, "2.2.2 other octets are another path", ALL + "Disallow: /é", "/%E9");
    no(
        all,
        "2.2.2 octets that need no encoding are as good without",
        ALL + "Disallow: /%62%61%7A",
        "/baz");
    no(all, "2.2.2 on both sides", ALL + "Disallow: /baz", "/%62%61%7a");
    no(all, "2.2.2 the tilde is one", ALL + "Disallow: /~a", "/%7Ea");
    no(all, "2.2.2 the case of digits doesn't matter", ALL + "Disallow: /a%3cd", "/a%3Cd");
    no(
        all,
        "2.2.2 a delimiter may be encoded in the file",
        ALL + "Disallow: /b?u=https%3A%2F%2Fx",
        "/b?u=https://x");
    no(all, "2.2.2 or in the address", ALL + "Disallow: /b?u=https://x", "/b?u=https%3a%2f%2fx");
    no(all, "2.2.2 in a path as well", ALL + "Disallow: /a;b", "/a%3Bb");
    yes(all, "2.2.2 an encoded slash is no slash of the path", ALL + "Disallow: /a/b", "/a%2Fb");
    no(all, "2.2.2 but itself", ALL + "Disallow: /a%2fb", "/a%2Fb");
    no(
        all,
        "2.2.2 a permission of another spelling isn't stretched",
        TOP + "Allow: /a;b",
        "/a%3Bb");
    no(all, "2.2.2 the digits of an encoding are no letters", TOP + "Allow: /*A", "/%C3%A9");
    no(all, "2.2.2 a space is encoded", ALL + "Disallow: /a b", "/a%20b");
    no(all, "2.2.2 half an encoding is a percent sign", ALL + "Disallow: /a%3Mb", "/a%253Mb");
    no(all, "2.2.2 at the end as well", ALL + "Disallow: /a%", "/a%25");
  }

  private static void bytes(List<Case> all) {
    no(all, "2.2 lines may end as in DOS", "User-agent: *\r\nDisallow: /a\r\n", "/a");
    no(all, "2.2 or with a carriage return", "User-agent: *\rDisallow: /a\rAllow: /b", "/a");
    no(all, "2.2 or not at all", ALL + "Disallow: /a", "/a1");
    no(all, "2.2 or each in its way", "User-agent: *\rDisallow: /b\r\n\nDisallow: /a\n\r", "/a");
    yes(all, "2.2 a line separator is part of the path", TOP + "Allow: /a\u2028b", "/a%E2%80%A8b");
    no(all, "2.2 so what follows it is no rule", TOP + "# \u2028Allow: /a\u0085Allow: /a", "/a");
    no(all, "2.2 a byte order mark is passed over", "\uFEFF" + TOP, "/a");
    no(all, "2.2 a second one too", "\uFEFF\uFEFF" + TOP, "/a");
    all.add(
        new Case(
            "beyond: UTF-16 with its mark",
            "vigie",
            ("\uFEFF" + TOP).getBytes(UTF_16BE),
            "/a",
            false));
    all.add(
        new Case(
            "beyond: UTF-16 of the other kind",
            "vigie",
            ("\uFEFF" + TOP).getBytes(UTF_16LE),
            "/a",
            false));
    all.add(
        new Case(
            "2.2.2 octets that aren't UTF-8 are compared as they are",
            "vigie",
            (ALL + "Disallow: /é").getBytes(ISO_8859_1),
            "/%E9t%E9",
            false));
    all.add(
        new Case(
            "2.2 and hurt no other line",
            "vigie",
            ("# caf\u00e9\n" + TOP).getBytes(ISO_8859_1),
            "/a",
            false));
    no(all, "2.3.1.5 a NUL hurts no other line", ALL + "Disallow: /\0b\nDisallow: /a", "/a");
    no(all, "2.3.1.5 nor its own, at an end", ALL + "Disallow: /a\0\0\n", "/a");
    no(
        all,
        "2.5 what stands within the first 500 KiB counts",
        ALL + "Disallow: /b\n".repeat(39_000) + "Disallow: /a\n",
        "/a");
    no(
        all,
        "2.5 a rule that the limit cuts is none",
        TOP + "#".repeat((1 << 20) - TOP.length() - 8) + "\nAllow: /b",
        "/a");
    no(
        all,
        "2.5 a file that is cut within its only line says nothing",
        "User-agent: *" + " ".repeat(1 << 20) + "\nDisallow: /b",
        "/a");
    no(
        all,
        "2.5 a line of 600 KiB is read",
        ALL + "Disallow: /" + "a*".repeat(300_000) + "\nDisallow: /b",
        "/b");
    no(
        all,
        "2.2 a comment on HTML makes no web page",
        "User-agent : *\nDisallow: / # no <html> here",
        "/a");
    no(
        all,
        "2.3.1.4 a web page in its place says nothing",
        "<!doctype html><p>User-agent: *",
        "/a");
    no(all, "2.3.1.4 a page with a text before it", "Oops\n<HTML><body>", "/a");
    no(all, "2.3.1.4 nor does what is no text", "\1\2\3\4\5\6\7\u0010 PNG", "/a");
  }

  private static void yes(List<Case> all, String why, String file, String target) {
    one(all, why, "Vigie", file, target, true);
  }

  private static void no(List<Case> all, String why, String file, String target) {
    one(all, why, "Vigie", file, target, false);
  }

  private static void one(
      List<Case> all, String why, String agent, String file, String target, boolean allowed) {
    all.add(new Case(why, agent, file.getBytes(UTF_8), target, allowed));
  }
}
