package org.vigie.lab.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One analyst at work: signs in, then looks at a page, thinks, looks at the next. */
final class Analyst {
  private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String server;
  private final Random random;
  private final IntSupplier adverts;
  private String formToken = "";

  /**
   * @param server address without a path
   * @param adverts how many there are to look at
   */
  Analyst(String server, long seed, IntSupplier adverts) {
    this.server = server;
    this.random = new Random(seed);
    this.adverts = adverts;
  }

  /**
   * A page to look at.
   *
   * @param kind for the table
   * @param query what is searched for, in the query language; null of a page that isn't a search
   */
  record Page(String kind, String path, @org.jspecify.annotations.Nullable String query) {}

  void signIn(String name, String password, String code) throws IOException, InterruptedException {
    post("/sign-in", Map.of("name", name, "password", password, "code", code));
    formToken = token(get("/reason"));
    String page =
        post(
            "/reason",
            Map.of("form-token", formToken, "reason", "measuring the pages", "next", "/"));
    if (!page.contains("name=\"q\"")) {
      throw new IOException("an analyst must come to the search after signing in, but didn't");
    }
  }

  /** Draws the next page: six in ten are searches, as analysts search most. */
  Page next() {
    int number = random.nextInt(Math.max(1, adverts.getAsInt()));
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> search("search: one word", word());
      case 3, 4, 5 -> search("search: two words", word() + " " + word());
      case 6, 7 -> search("search: word, country, risk", word() + " " + country() + " risk>0.5");
      case 8, 9 -> search("search: phone", InventedIndex.phone(number));
      case 10 -> search("search: phrase", "\"" + word() + " " + word() + "\"");
      case 11 -> search("search: everything", "");
      case 12, 13, 14, 15 -> new Page("advert", "/adverts/" + InventedIndex.advertId(number), null);
      case 16, 17 -> new Page("cluster", "/clusters/" + InventedIndex.clusterId(number), null);
      case 18 ->
          new Page(
              "contact", "/contact?key=" + encoded("phone:" + InventedIndex.phone(number)), null);
      default ->
          new Page(
              "map", "/contact/map?key=" + encoded("phone:" + InventedIndex.phone(number)), null);
    };
  }

  /** Returns how long to think before the next page, half to one and a half of a mean. */
  Duration thought(Duration mean) {
    return mean.multipliedBy(50 + random.nextInt(101)).dividedBy(100);
  }

  /**
   * Looks at a page and returns the nanoseconds until it was there as a whole.
   *
   * @return -1 if there is nothing by that name yet
   */
  long look(Page page) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String query = page.query();
    HttpResponse<String> response =
        query == null
            ? send(HttpRequest.newBuilder(at(page.path())).build())
            : send(posting(page.path(), Map.of("form-token", formToken, "q", query)));
    long taken = System.nanoTime() - start;
    if (response.statusCode() == 404) {
      return -1;
    }
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s must be shown, but the answer was %d".formatted(page.kind(), response.statusCode()));
    }
    return taken;
  }

  private static Page search(String kind, String query) {
    return new Page(kind, "/", query);
  }

  private String word() {
    return InventedIndex.NAMED.get(random.nextInt(InventedIndex.NAMED.size()));
  }

  private String country() {
    return "country:"
        + InventedIndex.COUNTRIES
            .get(random.nextInt(InventedIndex.COUNTRIES.size()))
            .toLowerCase(Locale.ROOT);
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).build()).body();
  }

  private String post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return send(posting(path, form)).body();
  }

  private HttpRequest posting(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create(server + path);
  }

  private static String token(String page) throws IOException {
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IOException("a page must hold a form's token, but doesn't");
    }
    return token.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Kinds of searches, by which the whole is judged. */
  static boolean isSearch(String kind) {
    return List.of("search").contains(kind.replaceFirst(":.*", ""));
  }
}
