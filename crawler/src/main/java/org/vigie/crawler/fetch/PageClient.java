package org.vigie.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.capture.warc.ContentCoding;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.RawResponse;
import org.vigie.capture.warc.TlsFacts;

/**
 * An HTTP client that makes one GET request at a time per thread, follows nothing, believes no
 * certificate it cannot verify, keeps no cookie and stops at every bound.
 *
 * <p>Content codings are left as they are: the archive keeps what was sent. Safe for use by several
 * threads.
 */
public final class PageClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageClient.class);

  private static final int MAX_HEADER_LINE = 16_384;
  private static final int MAX_HEADERS = 200;

  private static final String REQUEST_HEAD = "vigie.request-head";

  private final CloseableHttpClient http;
  private final Clock clock;
  private final Duration timeout;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("request-deadlines").factory());

  /**
   * @param timeout longest time for one request, from connecting to the last byte
   * @param connections most connections at a time
   */
  public PageClient(
      String userAgent, Duration timeout, int connections, GuardedResolver resolver, Clock clock) {
    this.clock = clock;
    this.timeout = timeout;
    Timeout each = Timeout.of(timeout);
    var connectionConfig =
        ConnectionConfig.custom().setConnectTimeout(each).setSocketTimeout(each).build();
    var http1 =
        Http1Config.custom()
            .setMaxLineLength(MAX_HEADER_LINE)
            .setMaxHeaderCount(MAX_HEADERS)
            .build();
    var manager =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(http1).build())
            .setDnsResolver(resolver)
            .setDefaultConnectionConfig(connectionConfig)
            .setMaxConnTotal(connections)
            .setMaxConnPerRoute(connections)
            .build();
    this.http =
        HttpClients.custom()
            .setConnectionManager(manager)
            .setRequestExecutor(new QuietConnections())
            .setUserAgent(userAgent)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(each)
                    .setConnectionRequestTimeout(each)
                    .build())
            .disableRedirectHandling()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .addRequestInterceptorLast(
                (request, entity, context) -> context.setAttribute(REQUEST_HEAD, head(request)))
            .build();
  }

  /**
   * Asks for one page, whatever it is.
   *
   * @see #get(URI, Validators, long, Function)
   */
  public Exchange get(URI url, long maxBytes, Predicate<String> wanted) throws FetchException {
    return get(
        url, Validators.none(), maxBytes, type -> wanted.test(type) ? BodyUse.KEEP : BodyUse.LEAVE);
  }

  /**
   * Asks for one page.
   *
   * @param known what is known of it: if that still holds, the answer is 304 without a body
   * @param maxBytes most bytes read of the body as it is sent; a longer one is cut and marked
   * @param use what is to become of the body of a success, by its content type
   * @throws FetchException if there is no whole answer
   */
  public Exchange get(URI url, Validators known, long maxBytes, Function<String, BodyUse> use)
      throws FetchException {
    HttpGet request = new HttpGet(url);
    request.setHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
    request.setHeader("Accept-Encoding", ContentCoding.ACCEPTED);
    if (!known.etag().isEmpty()) {
      request.setHeader("If-None-Match", known.etag());
    }
    if (!known.lastModified().isEmpty()) {
      request.setHeader("If-Modified-Since", known.lastModified());
    }
    HttpClientContext context = HttpClientContext.create();
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline = deadline(url, request, late);
    // Later records name this one by its time, which the frontier keeps in milliseconds.
    Instant start = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long started = System.nanoTime();
    try {
      ClassicHttpResponse response = open(request, context);
      TlsFacts tls;
      PageBody body;
      try {
        tls = context.getSSLSession() == null ? null : TlsFacts.of(context.getSSLSession());
        body = PageBody.read(request, response, maxBytes, use);
      } finally {
        drop(response);
      }
      return new Exchange(
          url.toString(),
          address(context),
          start,
          Duration.ofNanos(System.nanoTime() - started),
          context.getAttribute(REQUEST_HEAD) instanceof byte[] head ? head : new byte[0],
          new RawResponse(
              String.valueOf(
                  Objects.requireNonNullElse(response.getVersion(), HttpVersion.HTTP_1_1)),
              response.getCode(),
              response.getReasonPhrase() == null ? "" : response.getReasonPhrase(),
              headers(response),
              body.bytes(),
              body.truncated(),
              body.dropped()),
          tls);
    } catch (IOException | RuntimeException e) {
      // The client has no word for what meets it when its request is cancelled amid connecting.
      FetchException.Kind kind = late.get() ? FetchException.Kind.TIMEOUT : kind(e);
      throw new FetchException(
          kind, url.getHost() + " must answer in full; found " + kind.label(), e);
    } finally {
      deadline.cancel(false);
    }
  }

  /** A connection that isn't quiet is dropped, and another one taken. */
  private ClassicHttpResponse open(HttpGet request, HttpClientContext context) throws IOException {
    try {
      return http.executeOpen(null, request, context);
    } catch (QuietConnections.UnaskedException e) {
      LOG.debug("{}", e.getMessage());
      return http.executeOpen(null, request, context);
    }
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    http.close();
  }

  /** Gives the connection back; where the body was cut, it is gone already. */
  private static void drop(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      LOG.debug("a connection was dropped before its answer ended: {}", e.getMessage());
    }
  }

  /** Time-outs of the socket are per read: an answer that drips would never meet them. */
  private ScheduledFuture<?> deadline(URI url, HttpGet request, AtomicBoolean late)
      throws FetchException {
    Runnable cancel =
        () -> {
          late.set(true);
          request.cancel();
        };
    try {
      return deadlines.schedule(cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw new FetchException(
          FetchException.Kind.CONNECTION, url.getHost() + " must be asked before closing", e);
    }
  }

  private static List<HeaderLine> headers(ClassicHttpResponse response) {
    List<HeaderLine> lines = new ArrayList<>();
    for (Header header : response.getHeaders()) {
      String value = header.getValue() == null ? "" : header.getValue();
      lines.add(new HeaderLine(header.getName(), value));
    }
    return lines;
  }

  private static byte[] head(HttpRequest request) {
    StringBuilder head = new StringBuilder();
    head.append(request.getMethod()).append(' ').append(request.getPath()).append(" HTTP/1.1\r\n");
    for (Header header : request.getHeaders()) {
      head.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  private static String address(HttpClientContext context) {
    var endpoint = context.getEndpointDetails();
    return endpoint != null && endpoint.getRemoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress().getHostAddress()
        : "";
  }

  private static FetchException.Kind kind(Exception e) {
    return switch (e) {
      case RefusedAddressException refused -> FetchException.Kind.ADDRESS_REFUSED;
      case UnknownHostException unknown -> FetchException.Kind.UNKNOWN_HOST;
      case SSLException tls -> FetchException.Kind.TLS;
      case InterruptedIOException slow -> FetchException.Kind.TIMEOUT;
      case ClientProtocolException odd -> FetchException.Kind.PROTOCOL;
      case MessageConstraintException bound -> FetchException.Kind.PROTOCOL;
      case TruncatedChunkException cut -> FetchException.Kind.CONNECTION;
      case MalformedChunkCodingException odd -> FetchException.Kind.PROTOCOL;
      case IOException broken -> FetchException.Kind.CONNECTION;
      default -> FetchException.Kind.PROTOCOL;
    };
  }
}
