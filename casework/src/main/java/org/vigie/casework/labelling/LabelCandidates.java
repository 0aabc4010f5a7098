package org.vigie.casework.labelling;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.training.labelling.Candidate;
import org.vigie.training.risk.LabelledTexts;

/**
 * The adverts that reviewers may be asked about.
 *
 * @param shown those that may be shown, in the order of the file or of their ids
 * @param withheld how many may not, since they may be about minors
 */
public record LabelCandidates(List<Candidate> shown, int withheld) {
  public LabelCandidates {
    shown = List.copyOf(shown);
  }

  /**
   * Reads a file and assesses its adverts with the model in use.
   *
   * @throws IllegalArgumentException if a line has no id or no text; names file and line
   */
  public static LabelCandidates read(Path file, Path models) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(models);
    Set<String> marked = LabelledTexts.idsOfMinorRisk(file);
    List<Candidate> shown = new ArrayList<>();
    int withheld = 0;
    for (LabelledTexts.Labelled one : LabelledTexts.read(file)) {
      Advert advert = Advert.builder(Channel.FILE, "label", Instant.EPOCH).body(one.text()).build();
      AssessedAdvert assessed = assessor.assess(advert);
      boolean ofMinors = assessed.indicators().stream().anyMatch(Indicator::minorRisk);
      if (ofMinors || marked.contains(one.id())) {
        withheld++;
      } else {
        double probability = assessed.rankedRisk();
        shown.add(new Candidate(one.id(), one.group(), one.text(), probability));
      }
    }
    return new LabelCandidates(shown, withheld);
  }

  /** Returns those of some adverts that an index shows, with their clusters as campaigns. */
  public static LabelCandidates in(AdvertIndex index, Set<String> ids, Duration timeout)
      throws IOException {
    List<Candidate> shown = new ArrayList<>();
    for (String id : ids) {
      SearchRequest byId =
          new SearchRequest("id:" + id, 0, 1, SearchRequest.Order.RISK, 0, timeout);
      for (SearchResult.Hit hit : index.search(byId).hits()) {
        AssessedAdvert found = hit.advert();
        shown.add(new Candidate(id, hit.cluster().id(), found.advert().text(), found.rankedRisk()));
      }
    }
    return new LabelCandidates(shown, 0);
  }
}
