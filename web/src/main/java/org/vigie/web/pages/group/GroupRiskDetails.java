package org.vigie.web.pages.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.GroupAssessment;
import org.vigie.casework.render.GroupRiskText;
import org.vigie.web.Worded;

/**
 * The risk of a cluster or network as pages show it.
 *
 * @param shown the highest of its adverts and of all together
 * @param highest of its adverts
 * @param mean of its adverts
 * @param together of its adverts together with the model, or empty
 * @param why what that comes of, the strongest first
 */
public record GroupRiskDetails(
    String shown, String highest, String mean, Worded together, List<Worded> why) {
  static GroupRiskDetails of(
      double highest,
      @Nullable Double mean,
      @Nullable GroupAssessment assessment,
      List<Worded> why) {
    return new GroupRiskDetails(
        GroupRiskText.highest(highest, assessment),
        GroupRiskText.ofAdverts(highest),
        GroupRiskText.ofAdverts(mean),
        Worded.said(GroupRiskText.found(assessment)),
        why);
  }
}
