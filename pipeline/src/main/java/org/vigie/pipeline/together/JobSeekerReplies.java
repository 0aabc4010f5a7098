package org.vigie.pipeline.together;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Finding;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.JobSeekers;
import org.vigie.search.AdvertIndex;

/**
 * Finds the adverts of a contact that answer somebody who looks for work ({@code RC-18}), where the
 * site says which post is answered and the index holds it.
 *
 * <p>Who looks for work and answers others who do, or adds to a post of their own, offers nothing.
 */
final class JobSeekerReplies {
  static final String REPLY_TO_A_JOB_SEEKER = IndicatorIds.REPLY_TO_A_JOB_SEEKER;

  private static final String AUTHOR = "author";

  private final Taxonomy taxonomy;
  private final JobSeekers seekers;
  private final AdvertIndex index;

  JobSeekerReplies(Taxonomy taxonomy, JobSeekers seekers, AdvertIndex index) {
    this.taxonomy = taxonomy;
    this.seekers = seekers;
    this.index = index;
  }

  Optional<SharedSign> in(ContactReading reading) throws IOException {
    Set<String> replies = new LinkedHashSet<>();
    Set<String> answered = new LinkedHashSet<>();
    for (AssessedAdvert advert : reading.adverts()) {
      Optional<AssessedAdvert> post = index.findAnswered(advert);
      if (post.isPresent() && isOfferTo(post.get().advert(), advert.advert())) {
        replies.add(advert.advert().id());
        answered.add(post.get().advert().id());
      }
    }
    if (replies.isEmpty()) {
      return Optional.empty();
    }
    Finding found =
        Finding.of("answers-job-seekers")
            .with("adverts", replies.size())
            .with("all", reading.adverts().size())
            .with("posts", answered.size());
    Set<String> evidence = new LinkedHashSet<>(replies);
    evidence.addAll(answered);
    return Optional.of(
        new SharedSign(
            taxonomy.indicator(REPLY_TO_A_JOB_SEEKER, List.of(), found),
            List.copyOf(evidence),
            List.of()));
  }

  private boolean isOfferTo(Advert post, Advert reply) {
    String author = reply.fields().getOrDefault(AUTHOR, "");
    boolean isOwn = !author.isEmpty() && author.equals(post.fields().get(AUTHOR));
    return !isOwn
        && seekers.saysSo(post.text()).isPresent()
        && seekers.saysSo(reply.text()).isEmpty();
  }
}
