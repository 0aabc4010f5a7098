package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A thing for sale or a story, as Facebook's pages hold them in their {@code data-sjs} scripts. */
final class FacebookShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    if (object.has("marketplace_listing_title")) {
      return listing(object);
    }
    if (object.path("event_description").has("text")) {
      return event(object);
    }
    boolean story = object.has("post_id") || object.has("creation_time");
    String text = Values.text(object.path("message"), "text");
    if (text.isEmpty() && object.has("post_id")) {
      return inSections(object);
    }
    return story && !text.isEmpty() ? story(object, text, object.path("creation_time")) : null;
  }

  private static Post listing(JsonNode object) {
    String id = Values.text(object, "id");
    return Post.of(Post.Kind.OFFER)
        .id(id)
        .url("https://www.facebook.com/marketplace/item/" + id + "/")
        .title(Values.text(object, "marketplace_listing_title"))
        .text(Values.textOf(object.path("redacted_description")))
        .place(place(object))
        .field("price", price(object))
        .time(Values.time(object.path("creation_time")))
        .build();
  }

  private static Post event(JsonNode object) {
    JsonNode place = object.path("event_place");
    String city = Values.text(Values.at(place, "location", "reverse_geocode"), "city");
    String name = Values.text(place, "name");
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(object, "id"))
        .url(Values.text(object, "url"))
        .title(Values.text(object, "name"))
        .text(Values.text(object.path("event_description"), "text"))
        .author(Values.text(object.path("event_creator"), "name"))
        .place(name.isEmpty() || city.isEmpty() ? name + city : name + ", " + city)
        .field("context.posted", Values.text(object, "day_time_sentence"))
        .build();
  }

  private static String price(JsonNode object) {
    String formatted = Values.textOf(object.path("formatted_price"));
    return formatted.isEmpty()
        ? Values.text(object.path("listing_price"), "formatted_amount", "amount")
        : formatted;
  }

  private static String place(JsonNode object) {
    String text = Values.textOf(object.path("location_text"));
    JsonNode near = Values.at(object, "location", "reverse_geocode");
    String page = Values.text(near.path("city_page"), "display_name");
    return !text.isEmpty() ? text : page.isEmpty() ? Values.text(near, "city") : page;
  }

  /** On a page's timeline each part of a story lies in the section that shows it. */
  private static @Nullable Post inSections(JsonNode object) {
    JsonNode sections = object.path("comet_sections");
    JsonNode content = Values.at(sections, "content", "story");
    String text = Values.text(content.path("message"), "text");
    if (text.isEmpty()) {
      return null;
    }
    JsonNode shown = Values.at(sections, "context_layout", "story", "comet_sections", "metadata");
    JsonNode time = Values.at(sections, "timestamp", "story", "creation_time");
    for (JsonNode part : shown) {
      JsonNode told = Values.at(part, "story", "creation_time");
      time = time.isMissingNode() ? told : time;
    }
    return story(content, text, time);
  }

  private static Post story(JsonNode object, String text, JsonNode time) {
    JsonNode actor = object.path("actors").path(0);
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(object, "post_id", "id"))
        .url(Values.text(object, "wwwURL", "url", "permalink_url"))
        .text(text)
        .author(Values.text(actor, "name"))
        .time(Values.time(time))
        .build();
  }
}
