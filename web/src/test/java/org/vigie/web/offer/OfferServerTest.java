package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Readme;

class OfferServerTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int NO_LIMIT = 100_000;

  private static final String HARD =
      "We hire waitresses for Dubai. No experience needed. Your passport will be kept by the"
          + " manager for safety. We pay your flight, you repay 3000 euros from your wages.";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static OfferServer server;

  @BeforeAll
  static void start() throws IOException {
    server = start(NO_LIMIT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static OfferServer start(int perMinute) throws IOException {
    return OfferServer.start(
        new OfferServer.Dependencies(
            LOOPBACK,
            0,
            Readme.project().resolve("models"),
            Helpline.builtIn(),
            perMinute,
            Clock.systemUTC()));
  }

  @Test
  void readsWhatABrowserSaysIsInACharsetThatThereIsNot() throws Exception {
    for (String charset : List.of("nonesuch", "", "%")) {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(
                      URI.create("http://%s:%d/?lang=fr".formatted(LOOPBACK, server.port())))
                  .header("Content-Type", FORM + "; charset=" + charset)
                  .POST(
                      BodyPublishers.ofString(
                          "text=" + URLEncoder.encode(HARD, StandardCharsets.UTF_8)))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(charset).isEqualTo(200);
      assertThat(answer.body()).as(charset).contains("Your passport will be kept");
    }
  }

  @Test
  void saysWhatToLookOutForWithTheSentenceAndAQuestion() throws Exception {
    String page = post(HARD, "en", "FR").body();

    assertThat(page)
        .contains("Somebody else wants to keep your passport or identity card.")
        .contains("<q dir=\"auto\">Your passport will be kept by the manager for safety.</q>")
        .contains("Can I keep my documents with me all the time?")
        .contains("You would have to work to pay back money.")
        .contains("<h3>France</h3>", "01 44 52 88 90", "href=\"tel:112\"")
        .contains("It is no decision.")
        .doesNotContain("What looks fine");
    assertThat(page.substring(page.indexOf("<main>"))).doesNotContain("%", "risk", "score");
  }

  @Test
  void namesWhatLooksFineAndStillAsks() throws Exception {
    String page =
        post(
                "Bakery in Lyon seeks a baker. 35 hours per week, 2000 EUR per month, written"
                    + " contract. There is no fee.",
                "en",
                "")
            .body();

    assertThat(page)
        .contains("What looks fine", "Words can be untrue.")
        .contains("A contract is named.", "Working hours are named.", "The pay is named.")
        .contains("Ask this about every offer");
  }

  @Test
  void answersInTheLanguageThatWasChosenAndElseInTheBrowsers() throws Exception {
    assertThat(post(HARD, "ar", "").body())
        .contains("<html lang=\"ar\" dir=\"rtl\">", "انتبه لهذا", "kept by the manager");
    assertThat(get("/", "pl-PL,pl;q=0.9,en;q=0.5").body())
        .contains("<html lang=\"pl\" dir=\"ltr\">");
    assertThat(get("/", "fil-PH").body()).contains("<html lang=\"tl\"");
    assertThat(get("/", "xx, %%%").body()).contains("<html lang=\"en\"");
    assertThat(get("/?lang=th", "pl").body()).contains("<html lang=\"th\"");
    assertThat(get("/?lang=%3Cb%3E", "pl").body()).contains("<html lang=\"pl\"");
  }

  @Test
  void isWholeInEveryLanguage() throws Exception {
    for (OfferMessages messages : OfferLanguages.load().all()) {
      assertThat(get("/?lang=" + messages.tag(), "en").body())
          .contains(escaped(messages.of("title")), escaped(messages.of("general.6")));
      assertThat(post(HARD, messages.tag(), "DE").body())
          .contains(escaped(messages.of("documents-kept.look")), escaped(messages.of("debt.ask")))
          .contains(escaped(country(messages, "DE")), escaped(messages.of("no-verdict")));
    }
  }

  @Test
  void saysPlainlyWhereItCannotReadTheLanguage() throws Exception {
    String page = post("Zorgo mellem puku tikkalan brum.", "en", "").body();

    assertThat(page)
        .contains("We can&#39;t read the language of this text yet.", "Ask this about every offer")
        .doesNotContain("We found none of the signs");
  }

  @Test
  void quotesNothingWhereItMayBeAboutAChild() throws Exception {
    String page =
        post("Looking for young girl 16 years old to work in bar, good money.", "en", "").body();

    assertThat(page)
        .contains("The text may be about a child.", "116 000")
        .doesNotContain("16 years", "<q");
  }

  @Test
  void showsHostileTextAsText() throws Exception {
    String page =
        post(
                "<script>alert(1)</script>. We keep your passport in the office \u202Esafe until the"
                    + " end of the contract\u202C and more at https://evil.example.org/x\"onload=1"
                    + " '<img src=x>",
                "en",
                "\"><script>")
            .body();

    assertThat(page)
        .contains("hxxps://evil[.]example[.]org", "&lt;U+202E&gt;")
        .doesNotContain("<script", "<img", "https://evil", "\u202E");
    assertThat(links(page))
        .allMatch(link -> link.matches("/|/offer\\.css|/\\?lang=[a-z]{2}|tel:.*"));
  }

  @Test
  void needsNoScriptSetsNoCookieAndAsksNobodyElse() throws Exception {
    for (HttpResponse<String> answer : List.of(get("/", "en"), post(HARD, "en", ""))) {
      assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
      assertThat(answer.headers().firstValue("content-security-policy"))
          .hasValueSatisfying(policy ->
              assertThat(policy)
                  .startsWith("default-src 'none';")
                  .doesNotContain("script", "unsafe", "http", "*"));
      assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
      assertThat(answer.body()).doesNotContain("<script", " style=", " onload", " onclick");
      assertThat(links(answer.body())).noneMatch(link -> link.contains("//"));
    }
  }

  @Test
  void labelsEveryFieldAndNamesItsErrors() throws Exception {
    String page = post(" ", "en", "").body();

    for (String id : List.of("text", "lang", "country")) {
      assertThat(page).contains("<label for=\"" + id + "\">", "id=\"" + id + "\"");
    }
    assertThat(page)
        .contains("role=\"alert\" id=\"error\">Paste a text first.")
        .contains("aria-describedby=\"limit error\" aria-invalid=\"true\"")
        .contains("<title>", "<main>", "<nav aria-label=", "aria-current=\"true\"");
    assertThat(page.split("<h1>", -1)).hasSize(2);
  }

  @Test
  void takesTextsUpToABoundAndBodiesUpToAnother() throws Exception {
    assertThat(post("й".repeat(20_000), "en", "").statusCode()).isEqualTo(200);
    assertThat(post("й\r\n".repeat(10_000), "en", "").statusCode()).isEqualTo(200);
    HttpResponse<String> longer = post("й".repeat(20_001), "en", "");
    assertThat(longer.statusCode()).isEqualTo(413);
    assertThat(longer.body()).contains("The text is too long.").doesNotContain("йй");
    byte[] huge = ("text=" + "a".repeat(400_000)).getBytes(StandardCharsets.UTF_8);
    assertThat(send(BodyPublishers.ofByteArray(huge), FORM).statusCode()).isEqualTo(413);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge));
    assertThat(send(chunked, FORM).statusCode()).isEqualTo(413);
    assertThat(
            send(BodyPublishers.ofString("text=a"), "multipart/form-data; boundary=x").statusCode())
        .isEqualTo(415);
    assertThat(send(BodyPublishers.ofString("text=%zz&lang=en"), FORM).statusCode()).isEqualTo(400);
  }

  @Test
  void sendsAwayWhoAsksTooOften() throws Exception {
    OfferServer all = server;
    try (OfferServer strict = start(2)) {
      server = strict;
      assertThat(post("a job", "en", "").statusCode()).isEqualTo(200);
      assertThat(post("a job", "en", "").statusCode()).isEqualTo(200);
      HttpResponse<String> third = post("a job", "de", "");
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("retry-after")).hasValue("60");
    } finally {
      server = all;
    }
  }

  private static HttpResponse<String> post(String text, String language, String country)
      throws Exception {
    String body = "text=%s&lang=%s&country=%s".formatted(encoded(text), language, encoded(country));
    return send(BodyPublishers.ofString(body), FORM);
  }

  private static HttpResponse<String> send(BodyPublisher body, String type) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("/")).header("Content-Type", type).POST(body).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String languages) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address(path)).header("Accept-Language", languages).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static URI address(String path) {
    return URI.create("http://%s:%d%s".formatted(LOOPBACK, server.port(), path));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return new OfferHtml().text(text).toString();
  }

  private static List<String> links(String page) {
    Matcher link = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"").matcher(page);
    return link.results().map(found -> found.group(1)).toList();
  }

  private static String country(OfferMessages messages, String code) {
    return Objects.requireNonNull(
        Countries.named(messages.tag(), List.of(code)).get(code), "it has a name");
  }
}
