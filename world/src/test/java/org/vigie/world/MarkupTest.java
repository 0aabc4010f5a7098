package org.vigie.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MarkupTest {
  private static final World WORLD = World.generate(new WorldSpec(1, 420));
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");
  private static final Set<String> VOID = Set.of("meta", "link", "br");
  private static final Pattern JSON_LD =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  @Test
  void closesEveryElementItOpens() {
    for (Host host : Host.values()) {
      for (String target : Crawl.targets(WORLD, host)) {
        ServedPage page = page(host, target);
        if (page.contentType().startsWith("text/html")) {
          assertThat(unclosed(page.body())).as(host.hostName() + target).isEmpty();
        }
      }
    }
  }

  private static List<String> unclosed(String html) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      String name = tag.group(2);
      if (tag.group(1).isEmpty()) {
        if (!VOID.contains(name)) {
          open.push(name);
        }
      } else if (!name.equals(open.peek())) {
        return List.of("</" + name + ">");
      } else {
        open.pop();
      }
    }
    return List.copyOf(open);
  }

  @Test
  void givesEachVacancyOneJobPostingInOneOfThreeShapes() {
    List<String> starts = new ArrayList<>();
    int missing = 0;
    for (Advert advert : adverts(Host.JOBS)) {
      String html = page(Host.JOBS, path(advert)).body();
      Matcher script = JSON_LD.matcher(html);
      assertThat(script.find()).isTrue();
      String json = script.group(1);
      assertThat(JsonCheck.isJson(json)).isTrue();
      assertThat(json).contains("\"@type\":\"JobPosting\"", "\"description\":\"\\u003cp>");
      missing += json.contains("hiringOrganization") ? 0 : 1;
      starts.add(json.substring(0, 2) + json.contains("@graph"));
    }
    assertThat(Set.copyOf(starts)).containsExactlyInAnyOrder("[{false", "{\"false", "{\"true");
    assertThat(missing).isBetween(10, starts.size() / 2);
  }

  @Test
  void marksClassifiedsUpAsOffersWithPriceAndPlace() {
    for (Advert advert : adverts(Host.ANNONCES)) {
      assertThat(page(Host.ANNONCES, path(advert)).body())
          .contains(
              "itemtype=\"https://schema.org/Offer\"",
              "<h1 itemprop=\"name\">" + Html.escape(advert.title()),
              "<span itemprop=\"addressLocality\">" + Html.escape(advert.place()),
              "<span itemprop=\"addressCountry\">" + advert.country(),
              "datetime=\"" + advert.postedAt());
    }
  }

  @Test
  void showsTwentyMessagesAPageAndLinksTheOlderOnes() {
    String newest = page(Host.TELEGRAM, "/s/city_notices").body();
    assertThat(newest.split("data-post=\"city_notices/", -1)).hasSize(21);
    Matcher more = Pattern.compile("class=\"tme_messages_more\" href=\"([^\"]+)\"").matcher(newest);
    assertThat(more.find()).isTrue();

    assertThat(page(Host.TELEGRAM, more.group(1)).body())
        .contains("data-post=\"city_notices/1\"")
        .doesNotContain("tme_messages_more");
  }

  @Test
  void putsEveryNoticeInFullIntoAFeed() throws Exception {
    Map<String, Advert> byUrl =
        adverts(Host.NEWS).stream().collect(Collectors.toMap(Advert::url, advert -> advert));
    List<String> read = new ArrayList<>();
    for (String target : Crawl.targets(WORLD, Host.NEWS)) {
      if (target.startsWith("/feed/")) {
        Document feed = parse(page(Host.NEWS, target).body());
        assertThat(feed.getDocumentElement().getTagName()).isEqualTo("rss");
        for (String link : texts(feed, "link").subList(1, texts(feed, "link").size())) {
          read.add(link);
        }
        for (String description : texts(feed, "description").stream().skip(1).toList()) {
          String text = description.replaceAll("<[^>]+>", "").replace("&quot;", "\"");
          assertThat(byUrl.values().stream().anyMatch(advert -> advert.body().equals(text)))
              .isTrue();
        }
      }
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(byUrl.keySet());
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> texts(Document feed, String tag) {
    NodeList nodes = feed.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  private static List<Advert> adverts(Host host) {
    return WORLD.adverts().filter(advert -> advert.url().startsWith(host.origin())).toList();
  }

  private static String path(Advert advert) {
    return advert.url().replaceFirst("http://[^/]+", "");
  }

  private static ServedPage page(Host host, String target) {
    return WORLD.findPage(host.hostName(), target, host.origin()).orElseThrow();
  }
}
