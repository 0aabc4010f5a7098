package org.vigie.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.ApiToken;
import org.vigie.casework.people.Session;

/** One request, as actions see it. */
public final class Visit {
  /** Characters that a form's field may hold: no page asks for more. What is longer is cut off. */
  public static final int LONGEST = 20_000;

  /** Fields of our forms in which people write, none of them a secret. */
  private static final List<String> WRITTEN =
      List.of("title", "query", "q", "purpose", "recipient", "note", "reason", "why");

  private final Context context;
  private final @Nullable Session session;
  private final @Nullable Account account;
  private final @Nullable ApiToken token;
  private final Phrases phrases;
  private final WebSettings web;
  private final RequestParameters parameters;

  Visit(
      Context context,
      @Nullable Session session,
      @Nullable Account account,
      @Nullable ApiToken token,
      Phrases phrases,
      WebSettings web,
      RequestParameters parameters) {
    this.web = web;
    this.parameters = parameters;
    this.context = context;
    this.session = session;
    this.account = account;
    this.token = token;
    this.phrases = phrases;
  }

  /** Returns the same of a program that asks by its body. */
  Visit askingByBody() {
    return token == null
        ? this
        : new Visit(context, session, account, token, phrases, web, parameters.inBody(context));
  }

  /** Returns its parameters. */
  RequestParameters parameters() {
    return parameters;
  }

  /** Returns an address of the console as the reader's browser may hold it. */
  public String link(String address) {
    return parameters.link(address);
  }

  /** Returns the part of the path that a name in braces stands for. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** Returns a value of the query, or empty. */
  public String query(String name) {
    return queries(name).stream().findFirst().orElse("");
  }

  /** Returns all values of a name in the query. */
  public List<String> queries(String name) {
    return parameters.values().getOrDefault(name, List.of()).stream()
        .map(Visit::shortened)
        .toList();
  }

  /** Returns a value of a form, or empty. */
  public String form(String name) {
    return hasForm() ? shortened(context.formParam(name)) : "";
  }

  /** Returns all values of a form's field. */
  public List<String> forms(String name) {
    return hasForm() ? context.formParams(name).stream().map(Visit::shortened).toList() : List.of();
  }

  /**
   * Returns what a person wrote into a form of ours, so that a page on which it isn't taken can
   * show it again; nothing of a form of another site.
   */
  List<String> typed() {
    if (FormOrigin.isElsewhere(this)) {
      return List.of();
    }
    try {
      return WRITTEN.stream().map(this::form).filter(words -> !words.isBlank()).distinct().toList();
    } catch (Exception e) {
      return List.of(); // a form that can't be read is why there is such a page
    }
  }

  /**
   * What is got has no form, whatever a header says of its kind; what a program sends is none
   * either, and may be too long to be looked at for one.
   */
  private boolean hasForm() {
    return !isGet() && !Identity.isForPrograms(context.path());
  }

  /** Returns what a program sends, as it comes. */
  public InputStream body() {
    return context.bodyInputStream();
  }

  /** Returns how many bytes a program says that it sends; -1 if it doesn't say. */
  public long bodyLength() {
    return context.req().getContentLengthLong();
  }

  /** Returns what a program says that it sends, or empty. */
  public String bodyType() {
    String type = context.contentType();
    return type == null ? "" : type;
  }

  /**
   * A file that a form brought.
   *
   * @param name what it was called; may be anything
   */
  public record Upload(String name, byte[] content) {}

  /** Returns the file of a form's field, if it brought one. */
  public Optional<Upload> upload(String field) throws IOException {
    UploadedFile file = context.uploadedFile(field);
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream content = file.content()) {
      return Optional.of(new Upload(shortened(file.filename()), content.readAllBytes()));
    }
  }

  /**
   * A file that a form brought and that may be too large for memory.
   *
   * @param name what it was called; may be anything
   * @param content to be closed
   */
  public record Incoming(String name, InputStream content) {}

  /** Returns the file of a form's field, if it brought one, to be read once. */
  public Optional<Incoming> incoming(String field) {
    UploadedFile file = context.uploadedFile(field);
    return file == null
        ? Optional.empty()
        : Optional.of(new Incoming(shortened(file.filename()), file.content()));
  }

  /** Returns who asks. */
  public Account account() {
    if (account == null) {
      throw new IllegalStateException("an action for anyone must not ask who it is");
    }
    return account;
  }

  /** Returns who asks, if that is known. */
  public Optional<Account> findAccount() {
    return Optional.ofNullable(account);
  }

  public Session session() {
    if (session == null) {
      throw new IllegalStateException("an action for anyone must not ask for a session");
    }
    return session;
  }

  /** Returns the session of who asks, if somebody has signed in. */
  public Optional<Session> findSession() {
    return Optional.ofNullable(session);
  }

  /** Returns whether a program asks, with a token. */
  public boolean isOfProgram() {
    return token != null;
  }

  /** Returns the token with which a program asks. */
  public Optional<ApiToken> findToken() {
    return Optional.ofNullable(token);
  }

  /** Returns the words of the reader's language. */
  public Phrases phrases() {
    return phrases;
  }

  /**
   * Returns the address that the request comes from: what the proxies that the settings name say,
   * from the last one on; anybody else's word on it counts for nothing.
   */
  public String address() {
    String address = context.ip();
    String forwarded = context.header("X-Forwarded-For");
    if (forwarded == null) {
      return address;
    }
    String[] said = forwarded.split(",", -1);
    for (int i = said.length - 1; i >= 0 && isTrusted(address); i--) {
      String before = said[i].strip();
      if (before.isEmpty()) {
        return address;
      }
      address = before;
    }
    return address;
  }

  /** Returns whether the browser speaks TLS, be it to a proxy that is trusted. */
  boolean isSecure() {
    return "https".equals(context.scheme())
        || (isTrusted(context.ip()) && "https".equals(context.header("X-Forwarded-Proto")));
  }

  /** Returns scheme, host and port under which the console was asked for. */
  public String origin() {
    return (isSecure() ? "https://" : "http://") + orLocal(context.header("Host"));
  }

  private static String orLocal(@Nullable String host) {
    return host == null ? "localhost" : host;
  }

  private boolean isTrusted(String address) {
    return web.trustedProxies().stream().anyMatch(proxy -> same(proxy, address));
  }

  /** Loopback of IPv6 is written in more than one way. */
  private static boolean same(String proxy, String address) {
    return proxy.equals(address) || (proxy.equals("::1") && address.equals("0:0:0:0:0:0:0:1"));
  }

  /** Returns whether one person runs the console alone. */
  boolean isAlone() {
    return web.alone();
  }

  /** Returns the query as it was asked for, or empty. */
  public String query() {
    return parameters.query();
  }

  /** Returns the path and query as they were asked for. */
  public String asked() {
    String query = context.queryString();
    return query == null ? context.path() : context.path() + "?" + query;
  }

  boolean isGet() {
    return context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
  }

  Context context() {
    return context;
  }

  private static String shortened(@Nullable String value) {
    if (value == null) {
      return "";
    }
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }
}
