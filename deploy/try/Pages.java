import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.vigie.casework.people.OneTimeCode;

/**
 * What a unit's people do in a browser: two admins make their accounts on the addresses that the
 * log shows, let an analyst in, and the analyst searches.
 */
final class Pages {
  private static final String WORD = "invented words for a trial alone";
  private static final long STEP = 30;

  private static final HttpClient CLIENT = client();

  private final String address;
  private final boolean isProxy;
  private final List<String> log;
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final Map<String, OneTimeCode> codes = new HashMap<>();
  private final Map<String, Long> used = new HashMap<>();

  /**
   * @param isProxy whether this stands in for the proxy with TLS, which says how people came
   * @param log of the console
   */
  Pages(String address, boolean isProxy, List<String> log) {
    this.address = address;
    this.isProxy = isProxy;
    this.log = List.copyOf(log);
  }

  private static HttpClient client() {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {new OfThisTrial()}, new SecureRandom());
      return HttpClient.newBuilder().sslContext(tls).build();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  /** Returns whether a probe is answered by 200. */
  static boolean answers(Part.Probe probe) throws InterruptedException {
    String address =
        probe.scheme().toLowerCase(java.util.Locale.ROOT) + "://127.0.0.1:" + probe.port();
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create(address + probe.path()))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return CLIENT.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (java.io.IOException e) {
      return false; // it isn't up yet
    }
  }

  /** Lets an analyst in, as two admins do it. */
  void enter() throws Exception {
    List<String> first =
        log.stream()
            .map(Pattern.compile("/first-account#([\\w-]+)")::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .toList();
    require(
        first.size() == 2, "the log must show two addresses for admins, but shows " + first.size());
    enrol("/first-account", "ada", first.get(0));
    enrol("/first-account", "bea", first.get(1));
    signIn("ada");
    signIn("bea");
    post(
        "ada",
        "/accounts/invitations",
        Map.of("name", "ana", "role", "analyst", "password", WORD, "code", code("ada")),
        202);
    get("bea", "/accounts", 200);
    String granted =
        post(
            "bea",
            "/accounts/requests/1",
            Map.of("decision", "grant", "password", WORD, "code", code("bea")),
            200);
    String grant = found("<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</code>", granted);
    String taken = post("ada", "/accounts/requests/1/link", Map.of(), 200);
    String token = found("/invitation#([\\w-]+)", taken);
    get("ana", "/invitation", 200);
    String form = post("ana", "/invitation", Map.of("token", token, "grant", grant), 200);
    enrol("/invitation", "ana", form, Map.of("token", token, "grant", grant));
    signIn("ana");
  }

  private void enrol(String path, String name, String token) throws Exception {
    get(name, path, 200);
    Map<String, String> key = Map.of("token", token);
    enrol(path, name, post(name, path, key, 200), key);
  }

  private void enrol(String path, String name, String form, Map<String, String> rights)
      throws Exception {
    codes.put(name, new OneTimeCode(found("class=\"secret\">([A-Z2-7]+)<", form)));
    Map<String, String> fields = new HashMap<>(rights);
    fields.putAll(Map.of("name", name, "password", WORD, "code", code(name)));
    post(name, path, fields, 303);
  }

  private void signIn(String name) throws Exception {
    get(name, "/sign-in", 200);
    post(
        name,
        "/sign-in",
        Map.of("name", name, "password", WORD, "code", code(name), "next", "/"),
        303);
    get(name, "/reason", 200);
    post(name, "/reason", Map.of("reason", "a trial of the deployment", "next", "/"), 303);
  }

  /**
   * Returns whether the analyst finds an advert by a word, opens it, and reads its address there.
   */
  boolean shows(String word, String advert) throws Exception {
    post("ana", "/", Map.of("q", word), 303);
    String found = get("ana", cookies.get("ana").get("the way on"), 200);
    Matcher link = Pattern.compile("href=\"(/adverts/[^\"?]+)").matcher(found);
    return link.find() && get("ana", link.group(1), 200).contains(advert);
  }

  /** A code counts once. */
  private String code(String name) throws InterruptedException {
    long now = Instant.now().getEpochSecond() / STEP;
    long step = Math.max(now, used.getOrDefault(name, 0L) + 1);
    used.put(name, step);
    // The one after the present one counts too.
    while (Instant.now().getEpochSecond() / STEP + 1 < step) {
      Thread.sleep(500);
    }
    return codes.get(name).at(Instant.ofEpochSecond(step * STEP));
  }

  private String get(String who, String path, int status) throws Exception {
    return send(who, request(who, path).GET().build(), status);
  }

  private String post(String who, String path, Map<String, String> fields, int status)
      throws Exception {
    Map<String, String> form = new TreeMap<>(fields);
    form.put("form-token", cookies.get(who).getOrDefault("the form's token", ""));
    String body =
        form.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        who,
        request(who, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        status);
  }

  private HttpRequest.Builder request(String who, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    if (isProxy) {
      request.headers("X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.7");
    }
    String kept =
        cookies.computeIfAbsent(who, nobody -> new HashMap<>()).entrySet().stream()
            .filter(cookie -> !cookie.getKey().contains(" "))
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return kept.isEmpty() ? request : request.header("Cookie", kept);
  }

  private String send(String who, HttpRequest request, int status) throws Exception {
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    String what = request.method() + " " + request.uri().getPath() + " by " + who;
    require(
        answer.statusCode() == status,
        what + " must be answered by " + status + ", but was by " + answer.statusCode());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      require(
          cookie.contains("Secure"), what + " must give cookies for TLS alone, but gives others");
      String pair = cookie.split(";")[0];
      cookies.get(who).put(pair.split("=")[0], pair.substring(pair.indexOf('=') + 1));
    }
    answer
        .headers()
        .firstValue("Location")
        .ifPresent(way -> cookies.get(who).put("the way on", way));
    Matcher token =
        Pattern.compile("name=\"form-token\" value=\"([^\"]*)\"").matcher(answer.body());
    if (token.find()) {
      cookies.get(who).put("the form's token", token.group(1));
    }
    return answer.body();
  }

  private static String found(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    require(found.find(), "a page must hold " + pattern + ", but doesn't");
    return found.group(1);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** Takes the certificate that was made for this trial, on loopback. */
  private static final class OfThisTrial extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
