package org.vigie.capture.extract.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.SharedPages;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Payload;

class PlainLinksTest {
  private static final String URL = "https://example.org/offers/1";

  private static final int HOSTILE_PAGES = 30_000;
  private static final long SEED = 20_260_301;

  /** What pages are made of, and what trips parsers. */
  private static final String[] PARTS = {
    "<a href=/x%d>",
    "<a href=\"/y%d?a=1&amp;b=2\" rel=\"nofollow\">",
    "<a name=z%d>",
    "</a>",
    "<A HREF='%d'>",
    "<a href=/x%d title=Next>",
    "<a href=/q%d rel=next>",
    "<a href=/s%d />",
    "word %d ",
    " next ",
    "2",
    "»",
    "&nbsp;",
    "&lt;b&gt;",
    "\n",
    "<",
    ">",
    "< b",
    "&amp",
    "\u00ad",
    "<b>",
    "</b>",
    "<i class=c%d>",
    "</i>",
    "<span>",
    "</span>",
    "<em>",
    "</em>",
    "<font size=1>",
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<h2>",
    "</h2>",
    "<h3>",
    "</h3>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</td>",
    "</th>",
    "</tr>",
    "</table>",
    "<tbody>",
    "<caption>",
    "<col>",
    "<form>",
    "</form>",
    "<input name=i>",
    "<button>",
    "</button>",
    "<select>",
    "<option>",
    "</select>",
    "<img src=/i%d.png alt=next>",
    "<br>",
    "</br>",
    "<br/>",
    "<hr>",
    "<span/>",
    "<p/>",
    "<script>if (a < b) '<a href=/no>'</script>",
    "<script><!-- <script> </script> --></script>",
    "<style>a{}</style>",
    "<script><!-- a --></script>",
    "<noscript><meta name=robots content=none></noscript>",
    "<noscript><link rel=x href=/c.css></noscript>",
    "<svg> <path d=M0/> <style>a{}</style> </svg>",
    "<a href=/x%d>a<!-- b -->c</a>",
    "<select><option>1<option>2</select>",
    "<button>b</button>",
    "<svg/>",
    "<a_b href=/u%d>",
    "<a:b href=/u%d>",
    "<é href=/u%d>",
    "<title>t<a href=/no>t</title>",
    "<textarea><a href=/no></textarea>",
    "<iframe src=/f><a href=/no></iframe>",
    "<noscript>",
    "</noscript>",
    "<svg>",
    "<path d=M0/>",
    "</svg>",
    "<svg><a href=/svg>t</a></svg>",
    "<svg><title>t</title></svg>",
    "<math>",
    "</math>",
    "<template>",
    "</template>",
    "<object>",
    "</object>",
    "<!-- aside -->",
    "<!-->",
    "<!--->",
    "<!-- a --!> b -->",
    "<![CDATA[ <a href=/no> ]]>",
    "<!DOCTYPE html>",
    "<?xml a?>",
    "</ a>",
    "<html>",
    "<head>",
    "</head>",
    "<body>",
    "</body>",
    "</html>",
    "<base href=/b%d/>",
    "<base href=//other.example.org/>",
    "<link rel=next href=/n%d>",
    "<link rel=prev href=/p%d>",
    "<link rel=stylesheet href=/c.css title=more>",
    "<meta name=robots content=noindex>",
    "<meta name=\" Robots \" content=\"NOFOLLOW\">",
    "<area href=/area%d>",
    "<area>",
    "<map>",
    "<frameset>",
    "<nobr>",
    "</nobr>",
    "<ruby>",
    "<rt>",
    "<details>",
    "<summary>",
    "<label>",
    "<a href=/x%d class=\"a b\" href=/second>",
    "<a href>",
    "<a href=>",
    "<a href=\"/u%d\"\n>",
    "<a href=/x%d?q=a&b=c>",
    "<a href=\"#%d\">",
    "<a href=mailto:x@example.org>",
    "<x-tag>",
    "</x-tag>",
    "<section>",
    "</section>",
    "<article>",
    "</article>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</a\n>",
    "</b x=1>",
    "<a href='/x%d'class=b>",
    "<a =b>",
    "<a \"b\">",
    "<a/href=/sl%d>",
    "<pre>\n",
    "</pre>",
    "<center>",
    "</center>",
    "<a href=/x%d><b>deep</b></a>",
    "<a href=/c%d><div><h3>card %d</h3><p>text</p></div></a>",
    "<a href=/c%d>%d</a>",
    "<a href=/o%d>Offer %d</a>",
    "<a href=/o%d><span>Offer</span> %d</a>",
    "<p>Some words with <a href=/o%d>one</a> link.</p>",
    "<li><a href=/o%d>Offer</a></li>",
    "<tr><td><a href=/t%d>cell</a></td></tr>",
    "<div class=\"x y\"><a href=/d%d>d</a></div>"
  };

  @Test
  void findsWhatTheDocumentOfASavedPageHolds() throws Exception {
    int plain = 0;
    int pages = 0;
    for (Path file : SharedPages.files(SharedPages.folder("html"), ".html", ".html.gz", ".htm")) {
      byte[] body = SharedPages.read(file);
      plain += isCompared(body, file.getFileName().toString()) ? 1 : 0;
      pages++;
    }
    System.out.printf("Links told from tags alone: %d of %d saved pages%n", plain, pages);

    assertThat(plain).isGreaterThan(pages / 10);
  }

  @Test
  void findsWhatTheDocumentOfAnyTagSoupHolds() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int plain = 0;
    for (int page = 0; page < HOSTILE_PAGES; page++) {
      String soup = soup(random);
      plain += isCompared(soup.getBytes(UTF_8), soup) ? 1 : 0;
    }
    System.out.printf("Links told from tags alone: %d of %d soups%n", plain, HOSTILE_PAGES);

    assertThat(plain).isGreaterThan(HOSTILE_PAGES / 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<br>",
        "<p>",
        "<a href=/x>y</a>",
        "<a href=/x>y</a><p>",
        "<i a b c>x",
        "<table><tr><td>",
        "<p><b><i><u><p>x",
        "<li>x",
        "<!-- -->",
        "<svg>",
        "<svg><path a b c d/></svg>",
        "</div><div>"
      })
  void findsWhatTheDocumentOfAPageWithoutEndHolds(String part) {
    isCompared(part.repeat(140_000 / part.length()).getBytes(UTF_8), part);
  }

  @Test
  void readsAnOrdinaryPage() {
    String page =
        "<!DOCTYPE html><html><head><title>t</title></head><body><ul><li><a href=/a>A <b>b</b></a>"
            + "</ul><table><tr><td><a href='b'><img src=x></a></table></body></html>";

    Extraction links = AdvertExtractor.plainLinks(Answer.html(URL, page).payload());

    assertThat(links).isNotNull();
    assertThat(links.anchors())
        .containsEntry("https://example.org/a", "A")
        .containsEntry("https://example.org/offers/b", "");
  }

  private static String soup(Random random) {
    StringBuilder soup = new StringBuilder();
    int kinds = 1 + random.nextInt(12);
    int[] chosen = random.ints(kinds, 0, PARTS.length).toArray();
    for (int left = random.nextInt(14); left >= 0; left--) {
      String part = PARTS[chosen[random.nextInt(kinds)]];
      soup.append(part.replace("%d", Integer.toString(random.nextInt(9))));
    }
    return soup.toString();
  }

  /** Returns whether the page is plain; then both ways must find the same. */
  private static boolean isCompared(byte[] body, String what) {
    Answer answer = Answer.of(URL, "text/html", body);
    Extraction plain = AdvertExtractor.plainLinks(answer.payload());
    if (plain == null) {
      return false;
    }
    Payload payload = answer.payload();
    assertThat(plain)
        .as("links of %s", what)
        .isEqualTo(AdvertExtractor.documentLinks(payload).of(payload));
    return true;
  }
}
