package org.vigie.capture.extract.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.vigie.advert.Channel;
import org.vigie.files.yaml.StrictYaml;

/** A site template as a person writes it, in YAML: read whole, or refused with file and key. */
public final class SiteTemplateFile {
  private static final List<String> KEYS =
      List.of("channel", "detail", "each", "hosts", "listing", "selectors");

  private final String shown;
  private final JsonNode top;

  private SiteTemplateFile(String shown, JsonNode top) {
    this.shown = shown;
    this.top = top;
  }

  /**
   * Returns what a file says.
   *
   * @param name of the template
   * @param shown what errors call the file
   * @throws IllegalArgumentException if it is no template; the message names file and key
   */
  public static SiteTemplate parse(String yaml, String name, String shown) {
    JsonNode top;
    try {
      top = StrictYaml.tree(yaml);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(
          "%s: line %d: must be YAML, but isn't".formatted(shown, line), e);
    }
    if (top == null || !top.isObject()) {
      throw new IllegalArgumentException(shown + ": must be a mapping of keys, but isn't");
    }
    return new SiteTemplateFile(shown, top).template(name);
  }

  private SiteTemplate template(String name) {
    requireKnown(top, "", KEYS);
    List<String> hosts = hosts();
    List<UrlGlob> listings = globs("listing");
    List<UrlGlob> details = globs("detail");
    if (listings.isEmpty() && details.isEmpty()) {
      throw must("detail", "name at least one pattern, or listing must", "neither");
    }
    Map<SiteTemplate.Part, FieldSelector> selectors = selectors();
    boolean readable =
        selectors.containsKey(SiteTemplate.Part.TITLE)
            || selectors.containsKey(SiteTemplate.Part.TEXT);
    if (!details.isEmpty() && !readable) {
      throw must("selectors", "have title or text, since detail pages are named", "neither");
    }
    JsonNode each = top.path("each");
    FieldSelector posts = each.isMissingNode() ? null : selector("each", each);
    if (posts != null && !readable) {
      throw must("selectors", "have title or text, since each names posts", "neither");
    }
    return new SiteTemplate(name, hosts, channel(), listings, details, posts, selectors);
  }

  private List<String> hosts() {
    List<String> hosts = new ArrayList<>();
    for (String host : texts("hosts")) {
      if (host.indexOf('/') >= 0 || host.indexOf('*') >= 0 || host.indexOf(':') >= 0) {
        throw must("hosts", "be host names without port or path", "'" + host + "'");
      }
      hosts.add(SiteTemplates.site(host));
    }
    if (hosts.isEmpty()) {
      throw must("hosts", "name at least one host", "empty");
    }
    return hosts;
  }

  private Channel channel() {
    JsonNode channel = top.path("channel");
    if (channel.isMissingNode()) {
      return Channel.CLASSIFIEDS;
    }
    try {
      return Channel.parse(channel.asText());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(shown + ": channel: " + e.getMessage(), e);
    }
  }

  private List<UrlGlob> globs(String key) {
    List<String> patterns = texts(key);
    try {
      return patterns.stream().map(UrlGlob::new).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s: %s".formatted(shown, key, e.getMessage()), e);
    }
  }

  private Map<SiteTemplate.Part, FieldSelector> selectors() {
    JsonNode node = top.path("selectors");
    if (!node.isObject()) {
      throw must("selectors", "be a mapping of parts to CSS selectors", kind(node));
    }
    List<String> known = new ArrayList<>();
    Map<SiteTemplate.Part, FieldSelector> selectors = new EnumMap<>(SiteTemplate.Part.class);
    for (SiteTemplate.Part part : SiteTemplate.Part.values()) {
      known.add(part.key());
      JsonNode selector = node.path(part.key());
      if (!selector.isMissingNode()) {
        selectors.put(part, selector("selectors." + part.key(), selector));
      }
    }
    requireKnown(node, "selectors.", known);
    return selectors;
  }

  private FieldSelector selector(String key, JsonNode node) {
    if (!node.isTextual()) {
      throw must(key, "be a CSS selector or json: and a pointer", kind(node));
    }
    try {
      return FieldSelector.parse(node.textValue());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s: %s".formatted(shown, key, e.getMessage()), e);
    }
  }

  private List<String> texts(String key) {
    JsonNode list = top.path(key);
    if (list.isMissingNode()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : list.isArray() ? list : List.<JsonNode>of()) {
      if (entry.isTextual()) {
        texts.add(entry.textValue().strip());
      }
    }
    if (!list.isArray() || texts.size() != list.size()) {
      throw must(key, "be a list of texts", kind(list));
    }
    return texts;
  }

  private void requireKnown(JsonNode node, String path, List<String> known) {
    for (var property : node.properties()) {
      if (!known.contains(property.getKey())) {
        throw new IllegalArgumentException(
            "%s: %s%s is no known key; known here: %s"
                .formatted(
                    shown, path, property.getKey(), String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  private IllegalArgumentException must(String key, String hold, String found) {
    return new IllegalArgumentException(
        "%s: %s: must %s, but was %s".formatted(shown, key, hold, found));
  }

  private static String kind(JsonNode node) {
    return node.isMissingNode()
        ? "absent"
        : "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
