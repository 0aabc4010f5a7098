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
    boolean story = object.has("post_id") || object.has("creation_time");
    String text = Values.text(object.path("message"), "text");
    return story && !text.isEmpty() ? story(object, text) : null;
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

  private static Post story(JsonNode object, String text) {
    JsonNode actor = object.path("actors").path(0);
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(object, "post_id", "id"))
        .url(Values.text(object, "wwwURL", "url", "permalink_url"))
        .text(text)
        .author(Values.text(actor, "name"))
        .time(Values.time(object.path("creation_time")))
        .build();
  }
}
