package org.vigie.web.pages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Scope;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Route;

/** What stands in addresses, and so in the history of a browser and in the logs of proxies. */
class AddressesTest {
  private static final Pattern SEALED = Pattern.compile("[?&]k=([A-Za-z0-9_-]+)");

  /** What a person types into every field that takes words. */
  private static final String TYPED = "quincetree";

  /** A tag and the name of a saved search, both a person's words. */
  private static final String NAMED = "medlarlane";

  /** A query that finds more than a page holds. */
  private static final String ALL = "-quincetree";

  /** Pages of one kind that are looked at. */
  private static final int OF_A_KIND = 6;

  /** Contacts that are shorter might stand in anything. */
  private static final int SHORTEST = 6;

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Set<String> secrets;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.onDemo(folder);
    secrets = new TreeSet<>(List.of(TYPED, NAMED));
    secrets.addAll(contacts());
    Browser analyst = served.as("analyst");
    String page = analyst.get("/").body();
    String advert = Found.group(page, "name=\"advert\" value=\"(a-[^\"]+)\"");
    analyst.post("/marks", Map.of("advert", advert, "change", "tag", "tag", NAMED, "next", "/"));
    analyst.post("/searches", Map.of("query", TYPED, "title", NAMED, "severity", "notice"));
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  private static Set<String> contacts() throws Exception {
    String token = served.token("analyst", Set.of(Scope.CLUSTERS));
    String clusters =
        served
            .nobody()
            .get("/api/v1/clusters?limit=100", "Authorization", "Bearer " + token)
            .body();
    Set<String> contacts = new TreeSet<>();
    for (JsonNode cluster : new ObjectMapper().readTree(clusters).path("clusters")) {
      cluster
          .path("contacts")
          .fieldNames()
          .forEachRemaining(key -> {
            String value = key.substring(key.indexOf(':') + 1).replace("+", "");
            if (value.length() >= SHORTEST) {
              contacts.add(value.toLowerCase(Locale.ROOT));
            }
          });
    }
    assertThat(contacts).hasSizeGreaterThan(5);
    return contacts;
  }

  @Test
  void noAddressOfAnyPageHoldsAContactOrWordsOfPeople() throws Exception {
    Map<String, Integer> seen = new HashMap<>();
    for (String role : List.of("analyst", "reviewer", "case-lead", "auditor")) {
      walk(served.as(role), role.equals("auditor") ? "/audit" : "/", seen);
    }
    assertThat(seen.keySet())
        .contains("/", "/contact", "/contact/map", "/contact/together", "/exports", "/erasures")
        .contains("/worklist", "/searches", "/alerts", "/audit", "/restrictions")
        .contains("/networks/{}", "/networks/{}/graph", "/clusters/{}", "/clusters/{}/map")
        .contains("/adverts/{}");
    assertThat(seen.values().stream().mapToInt(one -> one).sum()).isGreaterThan(100);
  }

  /** Goes where links, forms of searches and redirects lead, some of each kind of page. */
  private static void walk(Browser browser, String from, Map<String, Integer> seen)
      throws Exception {
    Map<String, Integer> walked = new HashMap<>();
    Set<String> met = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      String address = next.removeFirst().replaceFirst("#.*", "");
      if (!met.add(address) || walked.merge(kind(address), 1, Integer::sum) > OF_A_KIND) {
        continue;
      }
      seen.merge(kind(address), 1, Integer::sum);
      HttpResponse<String> answer = browser.raw("GET", address, "");
      assertThat(answer.statusCode()).as(address).isIn(200, 303, 403);
      answer.headers().firstValue("Location").ifPresent(to -> note(address, to, next));
      if (answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
        paths(answer.body()).forEach(to -> note(address, to, next));
      } else {
        Document page = Jsoup.parse(answer.body());
        page.select("[data-source]").forEach(one -> note(address, one.attr("data-source"), next));
        page.select("a[href^=/]").forEach(link -> note(address, link.attr("href"), next));
        for (Element form : page.select("form")) {
          fill(browser, address, form, next);
        }
      }
    }
  }

  private static void fill(Browser browser, String address, Element form, Deque<String> next)
      throws Exception {
    requireSafe(address, form.attr("action"));
    if (form.attr("method").equals("get")) {
      note(address, form.attr("action") + "?" + fields(form), next);
    } else if (isSearch(form.attr("action"))) {
      HttpResponse<String> led = browser.raw("POST", form.attr("action"), fields(form));
      assertThat(led.statusCode()).as(form.attr("action")).isEqualTo(303);
      note(form.attr("action"), led.headers().firstValue("Location").orElseThrow(), next);
    }
  }

  private static String fields(Element form) {
    List<String> pairs = new ArrayList<>();
    for (Element field : form.select("input[name], select[name]")) {
      String name = field.attr("name");
      if (!name.equals("form-token")) {
        pairs.add(name + "=" + URLEncoder.encode(value(field), UTF_8));
      }
    }
    return String.join("&", pairs);
  }

  private static String value(Element field) {
    if (field.tagName().equals("select")) {
      return field.select("option").last().attr("value");
    }
    boolean isTyped = Set.of("", "search", "text").contains(field.attr("type"));
    return isTyped ? TYPED : field.attr("value");
  }

  /** Forms that change nothing, by what the console says of its addresses. */
  private static boolean isSearch(String action) {
    String path = action.replaceFirst("[?#].*", "");
    return served.console.routes().stream()
        .filter(route -> route.method() == Route.Method.POST && route.act() == Act.NONE)
        .filter(route -> route.access() instanceof Access.Having && !path.equals("/blind"))
        .anyMatch(route -> path.matches(route.path().replaceAll("\\{[a-z]+}", "[^/]+")));
  }

  private static List<String> paths(String json) {
    return Pattern.compile("\"path\":\"([^\"]+)\"")
        .matcher(json)
        .results()
        .map(path -> path.group(1))
        .toList();
  }

  private static void note(String at, String to, Deque<String> next) {
    requireSafe(at, to);
    next.add(to);
  }

  /** Also what is opaque must not be the same in other letters. */
  private static void requireSafe(String at, String address) {
    String read = URLDecoder.decode(SEALED.matcher(address).replaceAll(""), UTF_8);
    String opaque =
        SEALED
            .matcher(address)
            .results()
            .map(key -> new String(Base64.getUrlDecoder().decode(key.group(1)), ISO_8859_1))
            .collect(Collectors.joining(" "));
    for (String secret : secrets) {
      assertThat(read.toLowerCase(Locale.ROOT)).as(at).doesNotContain(secret);
      assertThat(opaque.toLowerCase(Locale.ROOT)).as(at).doesNotContain(secret);
    }
  }

  private static String kind(String address) {
    return address.replaceFirst("[?#].*", "").replaceAll("/([acn]-[0-9a-f]+|k-\\d+|\\d+)", "/{}");
  }

  @Test
  void aSearchGoesOnWithReloadBackPagesFacetsOrderAndTheLanguage() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/");
    String address = ask(analyst, "/", "q=" + ALL + "&order=newest&from=&to=");
    assertThat(address).matches("/\\?k=[A-Za-z0-9_-]+");

    Document page = page(analyst, address);
    assertThat(page.select("[name=q]").attr("value")).isEqualTo(ALL);
    assertThat(page(analyst, address).select(".total").text())
        .isEqualTo(page.select(".total").text());
    Document second = page(analyst, page.select("a[rel=next]").attr("href"));
    assertThat(second.select("[name=q]").attr("value")).isEqualTo(ALL);
    assertThat(second.select("option[value=newest]").hasAttr("selected")).isTrue();
    Document back = page(analyst, second.select("a[rel=prev]").attr("href"));
    assertThat(back.select(".card h2").eachText()).isEqualTo(page.select(".card h2").eachText());

    Element facet = page.select("aside li a").first();
    assertThat(page(analyst, facet.attr("href")).select("[name=f]")).hasSize(1);
    analyst.post(
        "/language",
        Map.of(
            "language",
            "fr",
            "next",
            page.select("form[action=/language] [name=next]").attr("value")));
    assertThat(page(analyst, address).select("html").attr("lang")).isEqualTo("fr");
    assertThat(page(analyst, address).select("[name=q]").attr("value")).isEqualTo(ALL);
  }

  @Test
  void aSearchIsLoggedOnceWithItsWordsWhenItIsShown() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/");
    served.events.clear();
    String address = ask(analyst, "/", "q=" + TYPED);
    assertThat(served.events).isEmpty();

    analyst.get(address);
    assertThat(served.events).extracting(AuditEvent::command).containsExactly("consultation get /");
    assertThat(served.events.getFirst().words()).isEqualTo(Map.of("q", TYPED));
  }

  @Test
  void anAddressOpensForItsReaderAlone() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/");
    String address = ask(analyst, "/", "q=work");
    for (String role : List.of("analyst-2", "reviewer")) {
      HttpResponse<String> other = served.as(role).raw("GET", address, "");
      assertThat(other.statusCode()).isEqualTo(404);
      assertThat(other.body()).contains("made for another account").doesNotContain("work\"");
    }
    int within = address.indexOf("k=") + 20;
    char other = address.charAt(within) == 'A' ? 'B' : 'A';
    String changed = address.substring(0, within) + other + address.substring(within + 1);
    for (String wrong : List.of(changed, "/?k=", "/?k=%2B", "/?k=a&k=b")) {
      assertThat(analyst.get(wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    HttpResponse<String> nobody = served.nobody().raw("GET", address, "");
    assertThat(nobody.headers().firstValue("Location").orElse(""))
        .isEqualTo("/sign-in?next=" + URLEncoder.encode(address, UTF_8));
  }

  @Test
  void anOldAddressLeadsToASealedOneAndTellsNothingAtTheDoor() throws Exception {
    Browser analyst = served.as("analyst");
    String phone = "%2B33639980001";
    for (String old :
        List.of(
            "/?q=" + phone,
            "/?f=phone%3A" + phone + "&page=2",
            "/contact?key=phone%3A" + phone,
            "/exports?q=" + phone,
            "/alerts?status=all&subject=phone%3A" + phone,
            "/erasures?contact=phone%3A" + phone,
            "/reason?next=%2Fcontact%3Fkey%3Dphone%253A" + phone.replace("%", "%25"))) {
      HttpResponse<String> led = analyst.raw("GET", old, "");
      assertThat(led.statusCode()).as(old).isEqualTo(303);
      String path = old.substring(0, old.indexOf('?'));
      assertThat(led.headers().firstValue("Location").orElse(""))
          .as(old)
          .startsWith(path + "?k=")
          .doesNotContain("33639980001");
      assertThat(served.nobody().raw("GET", old, "").headers().firstValue("Location").orElse(""))
          .as(old)
          .startsWith("/sign-in")
          .doesNotContain("33639980001");
    }
    for (String open :
        List.of("/", "/?order=risk&risk=50", "/alerts?status=open&severity=urgent")) {
      assertThat(analyst.raw("GET", open, "").statusCode()).as(open).isEqualTo(200);
    }
  }

  @Test
  void whatIsTooLongForAnAddressIsSaid() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/");
    StringBuilder random = new StringBuilder();
    new Random(7).ints(4_000, 0x4e00, 0x9fff).forEach(random::appendCodePoint);
    HttpResponse<String> answer =
        analyst.raw("POST", "/", "q=" + URLEncoder.encode(random.toString(), UTF_8));
    assertThat(answer.statusCode()).isEqualTo(414);
    assertThat(answer.body()).contains("too long for an address");
  }

  @Test
  void aSearchAsLongAsAQueryMayBeFitsInAnAddressInAnyScript() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/");
    for (String word : List.of("work ", "работа ", "εργασία ", "कामकाज ", "仕事募集 ")) {
      String words = word.repeat(4_096 / word.length()).strip();
      String address = ask(analyst, "/", "q=" + URLEncoder.encode(words, UTF_8));
      assertThat(page(analyst, address).select("[name=q]").attr("value")).isEqualTo(words);
    }
  }

  @Test
  void aRestartEndsAddressesAndSaysSo(@TempDir Path other) throws Exception {
    String address;
    try (ServedConsole first = ServedConsole.onDemo(other)) {
      Browser analyst = first.as("analyst");
      analyst.get("/");
      address = ask(analyst, "/", "q=work");
    }
    try (ServedConsole again =
        ServedConsole.again(new Workspace(other.resolve("vigie-demo")), Optional.empty())) {
      Browser analyst = again.as("analyst");
      HttpResponse<String> answer = analyst.get(address);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("before the console was last started");
      analyst.post("/language", Map.of("language", "fr", "next", "/"));
      assertThat(analyst.get(address).body()).contains("avant le dernier démarrage");
    }
  }

  private static String ask(Browser browser, String path, String form) throws Exception {
    HttpResponse<String> led = browser.raw("POST", path, form);
    assertThat(led.statusCode()).isEqualTo(303);
    return led.headers().firstValue("Location").orElseThrow();
  }

  private static Document page(Browser browser, String address) throws Exception {
    HttpResponse<String> answer = browser.raw("GET", address.replaceFirst("#.*", ""), "");
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
