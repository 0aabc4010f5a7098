package org.vigie.pipeline.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Provenance;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.capture.extract.page.Countries;
import org.vigie.files.plugin.PluginFault;
import org.vigie.files.plugin.PluginJson;
import org.vigie.files.plugin.PluginProcess;

/** The channels that plug-ins read: pages of some hosts, made into adverts elsewhere. */
public final class PagePlugins implements AutoCloseable {
  /** A page that people look at holds fewer. */
  private static final int MOST = 1_000;

  private final List<PluginProcess> channels;

  public PagePlugins(PluginSet plugins) {
    channels = plugins.of(PluginKind.CHANNEL).stream().map(PluginProcess::new).toList();
  }

  /** Returns which plug-in reads the pages of an address. */
  public Optional<PluginProcess> of(String url) {
    if (channels.isEmpty()) {
      return Optional.empty();
    }
    String host = host(url);
    return channels.stream().filter(channel -> channel.spec().readsHost(host)).findFirst();
  }

  /**
   * Returns the adverts of a page. Site, time, mandate and provenance are those of the capture,
   * whatever the plug-in says.
   *
   * @throws PluginFault if it gives none
   */
  public static List<Advert> read(PluginProcess channel, Capture capture, byte[] body)
      throws PluginFault {
    ObjectNode question =
        PluginJson.object()
            .put("do", "page")
            .put("url", capture.url())
            .put("at", capture.fetchedAt().toString())
            .put("status", capture.status())
            .put("body", Base64.getEncoder().encodeToString(body));
    ObjectNode headers = question.putObject("headers");
    capture.headers().forEach(headers::put);
    JsonNode answer = channel.ask(question);
    if (!answer.path("adverts").isArray()) {
      throw channel.malformed("must give a list of adverts, but didn't");
    }
    if (answer.path("adverts").size() > MOST) {
      throw channel.malformed(
          "must give at most %d adverts of a page, but gave more".formatted(MOST));
    }
    List<Advert> adverts = new ArrayList<>();
    try {
      for (JsonNode each : answer.path("adverts")) {
        adverts.add(advert(each, capture));
      }
    } catch (IllegalArgumentException e) {
      throw channel.malformed("must give adverts of the schema advert-v1, but one isn't");
    }
    return adverts;
  }

  private static Advert advert(JsonNode node, Capture capture) {
    PluginJson.forgetMarks(node);
    return PluginJson.builder(node, host(capture.url()), capture.fetchedAt())
        .url(url(node.path("url").asText(""), capture.url()))
        .language(node.path("lang").asText("").toLowerCase(Locale.ROOT))
        .country(country(node.path("country").asText("")))
        .mandate(capture.mandate())
        .provenance(
            new Provenance(
                capture.container(),
                capture.offset(),
                capture.payloadDigest(),
                capture.fetchedAt()))
        .build();
  }

  /** An advert stands on its page, or on another of the same host. */
  private static String url(String said, String page) {
    boolean isWeb = said.matches("(?i)https?://.*");
    return isWeb && host(said).equalsIgnoreCase(host(page)) ? said : page;
  }

  private static String country(String said) {
    String country = Countries.code(said);
    if (country.isEmpty() && !said.isBlank()) {
      throw new IllegalArgumentException("'country' must be an ISO 3166-1 alpha-2 code such as FR");
    }
    return country;
  }

  private static String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  @Override
  public void close() {
    channels.forEach(PluginProcess::close);
  }
}
