package org.vigie.web.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does, without running scripts: keeps cookies, follows, fills in forms. */
public final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = client(HttpClient.Redirect.ALWAYS);
  private final HttpClient halting = client(HttpClient.Redirect.NEVER);
  private final String server;
  private String formToken = "";

  Browser(int port) {
    server = "http://127.0.0.1:" + port;
  }

  public HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Opens a link to an account and sends its key, as its page asks for it. */
  public HttpResponse<String> follow(String link) throws Exception {
    HttpResponse<String> page = get(link);
    return page.statusCode() == 200
        ? post(link.substring(0, link.indexOf('#')), Map.of("token", Found.key(link)))
        : page;
  }

  /** Sends a form with the token of the page seen last. */
  public HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return send(posting(path, form));
  }

  /** The same, for what answers with a file that is no text. */
  public HttpResponse<InputStream> download(String path, Map<String, String> form)
      throws Exception {
    return client.send(posting(path, form), BodyHandlers.ofInputStream());
  }

  private HttpRequest posting(String path, Map<String, String> form) {
    Map<String, String> whole = new LinkedHashMap<>(form);
    whole.putIfAbsent("form-token", formToken);
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            BodyPublishers.ofString(
                whole.entrySet().stream()
                    .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"))))
        .build();
  }

  /** Sends a form with a file, with the token of the page seen last. */
  HttpResponse<String> upload(String path, String name, byte[] content) throws Exception {
    return upload(path, name, new ByteArrayInputStream(content));
  }

  /** As above, of a file that comes bit by bit. */
  HttpResponse<String> upload(String path, String name, InputStream content) throws Exception {
    return upload(path, Map.of(), "file", name, content);
  }

  /** As above, beside other fields. */
  public HttpResponse<String> upload(
      String path, Map<String, String> form, String field, String name, InputStream content)
      throws Exception {
    String boundary = "boundary-between-parts-of-a-form";
    StringBuilder head = new StringBuilder();
    Map<String, String> whole = new TreeMap<>(form);
    whole.put("form-token", formToken);
    whole.forEach((key, value) ->
        head.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, key, value)));
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/html\r\n\r\n"
            .formatted(boundary, field, name.replace("\\", "\\\\")));
    InputStream end = stream("\r\n--%s--\r\n".formatted(boundary));
    InputStream body =
        new SequenceInputStream(new SequenceInputStream(stream(head.toString()), content), end);
    return send(
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofInputStream(() -> body))
            .build());
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Leaves the form's token out from now on, as another site's page would have to. */
  void forgetFormToken() {
    formToken = "";
  }

  /** Sends any method, with the token of the page seen last, and follows nowhere. */
  public HttpResponse<String> raw(String method, String path, String form, String... headers)
      throws Exception {
    String body = method.equals("GET") || method.equals("HEAD") ? "" : form;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return halting.send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                method,
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body + "&form-token=" + encoded(formToken)))
            .build(),
        BodyHandlers.ofString());
  }

  /** Returns the cookie that opens the session, as a header has it, or empty. */
  public String sessionCookie() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("vigie-session"))
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .findFirst()
        .orElse("");
  }

  private HttpClient client(HttpClient.Redirect redirect) {
    return HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirect).build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(response.body());
    if (token.find()) {
      formToken = token.group(1);
    }
    return response;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
