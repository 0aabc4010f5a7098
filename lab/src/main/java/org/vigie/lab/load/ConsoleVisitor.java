package org.vigie.lab.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The browser of one person, with cookies and the token of the form that was seen last. */
public final class ConsoleVisitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String server;
  private String token = "";

  /**
   * @param server address without a path
   */
  public ConsoleVisitor(String server) {
    this.server = server;
  }

  /** Signs in, and says why where that is asked. */
  public void signIn(String name, String password, String code)
      throws IOException, InterruptedException {
    post("/sign-in", Map.of("name", name, "password", password, "code", code));
    if (get("/reason").statusCode() == 200) {
      post("/reason", Map.of("reason", "putting promises to the test", "next", "/"));
    }
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(server + path)).build());
  }

  /** Returns what a search finds. */
  public HttpResponse<String> search(String query) throws IOException, InterruptedException {
    if (token.isEmpty()) {
      get("/");
    }
    return post("/", Map.of("q", query));
  }

  /** Sends a form with the token of the page that was seen last. */
  public HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Map<String, String> whole = new LinkedHashMap<>(form);
    whole.putIfAbsent("form-token", token);
    String body =
        whole.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Returns what opens the session, as the cookie holds it. */
  public String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().contains("session"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
