package org.vigie.capture.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names of members begin or end with, where the whole name is known to nobody. */
final class PartOfName {
  /** Tried in this order. */
  private static final Map<String, PostPart> PARTS = parts();

  private PartOfName() {}

  /** Returns the role that a part of a folded name tells, or null. */
  static @Nullable PostPart in(String folded) {
    for (Map.Entry<String, PostPart> part : PARTS.entrySet()) {
      if (folded.startsWith(part.getKey()) || folded.endsWith(part.getKey())) {
        return part.getValue();
      }
    }
    return null;
  }

  private static Map<String, PostPart> parts() {
    Map<String, PostPart> parts = new LinkedHashMap<>();
    for (String part : List.of("intitule", "title", "titre", "titulo", "titel", "headline")) {
      parts.put(part, PostPart.TITLE);
    }
    for (String part :
        List.of(
            "description", "texte", "beschreibung", "descripcion", "descricao", "opis", "profil")) {
      parts.put(part, PostPart.TEXT);
    }
    for (String part : List.of("companyname", "entreprise", "employer", "societe", "empresa")) {
      parts.put(part, PostPart.EMPLOYER);
    }
    for (String part : List.of("date", "createdat", "publishedat", "timestamp")) {
      parts.put(part, PostPart.TIME);
    }
    for (String part : List.of("reference", "jobid", "offerid", "adid")) {
      parts.put(part, PostPart.ID);
    }
    for (String part : List.of("localisation", "localite", "ville", "location", "city")) {
      parts.put(part, PostPart.PLACE);
    }
    for (String part : List.of("url", "lien")) {
      parts.put(part, PostPart.URL);
    }
    for (String part : List.of("salaire", "salary", "price", "prix")) {
      parts.put(part, PostPart.PRICE);
    }
    return parts;
  }
}
