package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A vacancy of EURES, told in one language or several: in its own it is one post. */
final class EuresShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    JsonNode profiles = object.path("jvProfiles");
    if (!profiles.isObject() || profiles.isEmpty()) {
      return null;
    }
    String language = Values.text(object, "preferredLanguage");
    JsonNode own = profiles.path(language);
    JsonNode told = own.isObject() ? own : profiles.elements().next();
    JsonNode place = told.path("locations").path(0);
    JsonNode contact = told.path("personContacts").path(0).path("communications");
    return Post.of(Post.Kind.JOB)
        .id(Values.text(object, "id"))
        .title(Values.text(told, "title"))
        .text(Values.text(told, "description"))
        .place(Values.text(place, "cityName", "region"))
        .time(Values.time(object.path("creationDate")))
        .field("organization", Values.text(told.path("employer"), "name"))
        .field("email", Values.text(contact.path("emails").path(0), "uri"))
        .field("telephone", Values.text(contact.path("telephoneNumbers").path(0), "uri"))
        .field("language", language)
        .build();
  }
}
