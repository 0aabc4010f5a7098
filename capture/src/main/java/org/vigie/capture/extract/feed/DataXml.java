package org.vigie.capture.extract.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.extract.post.PostAdverts;
import org.vigie.capture.state.PageHints;
import org.vigie.capture.state.PageState;
import org.vigie.capture.state.PostPart;
import org.vigie.capture.state.StateReader;

/**
 * XML that lists adverts in words of its own, such as the feeds of job boards: read as the same
 * data in JSON would be.
 */
public final class DataXml implements ChannelReader {
  private static final int MAX_DEPTH = 12;

  @Override
  public String name() {
    return "xml";
  }

  @Override
  public boolean lists(Payload payload) {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.MARKUP || !isData(payload)) {
      return null;
    }
    Page page = Page.parse(payload.capture(), payload.reader(), true);
    Element root = page.document().firstElementChild();
    if (root == null) {
      return null;
    }
    PageState state = PageState.of(value(root, 0));
    List<Advert> adverts = PostAdverts.of(page, StateReader.listed(state, PageHints.none(), 1));
    return adverts.isEmpty() ? null : new Extraction(adverts, List.of(), "");
  }

  /** XML that is neither a page nor a sitemap begins so, or is declared to be XML. */
  private static boolean isData(Payload payload) {
    String start = payload.start().stripLeading();
    boolean declared = start.startsWith("<?xml") || payload.isXmlType();
    String lower = start.toLowerCase(java.util.Locale.ROOT);
    return declared && !lower.contains("<html") && !lower.contains("<!doctype html");
  }

  private static JsonNode value(Element element, int depth) {
    if (element.childrenSize() == 0 || depth > MAX_DEPTH) {
      return JsonNodeFactory.instance.textNode(element.wholeText().strip());
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Element child : element.children()) {
      JsonNode value = value(child, depth + 1);
      String name = value.isContainerNode() ? child.tagName() : PostPart.plainName(child.tagName());
      JsonNode before = object.get(name);
      if (before instanceof ArrayNode list) {
        list.add(value);
      } else if (before != null && value.isContainerNode()) {
        object.set(name, JsonNodeFactory.instance.arrayNode().add(before).add(value));
      } else if (before == null || before.asText().isEmpty()) {
        object.set(name, value);
      }
    }
    return object;
  }
}
