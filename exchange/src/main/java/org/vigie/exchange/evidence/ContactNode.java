package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.advert.Contact;

/** A contact as an observable of UCO. */
final class ContactNode {
  private static final String CORE = "uco-core:hasFacet";

  private ContactNode() {}

  /** Adds a node to a graph that keeps count of its nodes. */
  interface Adder {
    ObjectNode add(String id, String... types);
  }

  /** Returns the id of a contact's node, which is added unless it is there. */
  static String add(Adder adder, Graph graph, Contact contact) {
    return switch (contact.type()) {
      case PHONE ->
          facet(adder, graph, contact, "PhoneAccount", "PhoneAccountFacet", "phoneNumber");
      case EMAIL ->
          facet(adder, graph, contact, "EmailAddress", "EmailAddressFacet", "addressValue");
      case URL -> url(adder, graph, contact.value());
      case HANDLE, ACCOUNT, IBAN, WALLET ->
          facet(adder, graph, contact, "DigitalAccount", "AccountFacet", "accountIdentifier");
      case PICTURE -> picture(adder, graph, contact);
    };
  }

  /** Returns the id of an address's node, which is added unless it is there. */
  static String url(Adder adder, Graph graph, String url) {
    String id = Graph.id("uco-observable:URL", url);
    if (!graph.has(id)) {
      ObjectNode facet =
          Graph.inner(Graph.id("uco-observable:URLFacet", url), "uco-observable:URLFacet");
      facet.put("uco-observable:fullValue", url);
      adder.add(id, "uco-observable:URL").set(CORE, facet);
    }
    return id;
  }

  private static String facet(
      Adder adder, Graph graph, Contact contact, String type, String facetType, String property) {
    String id = Graph.id("uco-observable:" + type, contact.key());
    if (!graph.has(id)) {
      ObjectNode facet =
          Graph.inner(
              Graph.id("uco-observable:" + facetType, contact.key()),
              "uco-observable:" + facetType);
      facet.put("uco-observable:" + property, contact.value());
      ObjectNode node = adder.add(id, "uco-observable:" + type);
      node.put("uco-core:tag", contact.type().label());
      node.set(CORE, facet);
    }
    return id;
  }

  /** Its hash alone is known: the picture isn't kept. */
  private static String picture(Adder adder, Graph graph, Contact contact) {
    String id = Graph.id("uco-observable:ObservableObject", contact.key());
    if (!graph.has(id)) {
      adder.add(id, "uco-observable:ObservableObject").put("uco-core:name", contact.key());
    }
    return id;
  }
}
