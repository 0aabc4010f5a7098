package org.vigie.classifier.name;

import java.util.Arrays;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;

/**
 * What OpenNLP's name finder is told of a word: the sights of one run of words, put here before the
 * run is looked at, beside what was said of the word before.
 */
public final class NameFeatures implements NameContextGenerator {
  private String[][] sights = {};

  public void look(String[][] run) {
    this.sights = run;
  }

  @Override
  public String[] getContext(int index, String[] tokens, String[] outcomes, Object[] additional) {
    String[] sight = sights[index];
    String[] context = Arrays.copyOf(sight, sight.length + 1);
    context[sight.length] = (index == 0 ? "first" : outcomes[index - 1]) + sight[NameReader.KIND];
    return context;
  }

  /** Does nothing: the finder's own generators look at eight words to both sides. */
  @Override
  public void addFeatureGenerator(AdaptiveFeatureGenerator generator) {
    // See above.
  }

  /** Does nothing: what an advert says tells nothing of the next. */
  @Override
  public void updateAdaptiveData(String[] tokens, String[] outcomes) {
    // See above.
  }

  @Override
  public void clearAdaptiveData() {
    // There is none.
  }
}
