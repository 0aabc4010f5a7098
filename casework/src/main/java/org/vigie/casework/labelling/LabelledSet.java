package org.vigie.casework.labelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.training.labelling.Candidate;
import org.vigie.training.labelling.Label;
import org.vigie.training.labelling.Verdicts;

/** Adverts whose label stands, as JSON Lines that models are trained and judged by. */
public final class LabelledSet {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelledSet() {}

  /** Returns the adverts whose label stands. */
  public static List<Candidate> settled(List<Candidate> candidates, List<Label> labels) {
    Verdicts verdicts = Verdicts.of(labels);
    return candidates.stream().filter(one -> verdicts.of(one.id()).isPresent()).toList();
  }

  /** Returns a line for each advert whose label stands, with the keys id, label, group and text. */
  public static List<String> lines(List<Candidate> candidates, List<Label> labels)
      throws JsonProcessingException {
    Verdicts verdicts = Verdicts.of(labels);
    List<String> lines = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<Boolean> risky = verdicts.of(candidate.id());
      if (risky.isPresent()) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", candidate.id());
        node.put("label", risky.get() ? 1 : 0);
        node.put("group", candidate.group());
        node.put("text", candidate.text());
        lines.add(JSON.writeValueAsString(node));
      }
    }
    return lines;
  }
}
