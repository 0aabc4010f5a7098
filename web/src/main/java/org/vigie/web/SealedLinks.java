package org.vigie.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is written, in which links and forms lead to addresses as browsers may hold them.
 */
final class SealedLinks extends OwaspHtmlTemplateOutput {
  private static final Set<String> ADDRESSES = Set.of("href", "action");

  private final UnaryOperator<String> seal;
  private boolean isAddress;

  /**
   * @param seal makes of an address what stands in the page
   */
  SealedLinks(StringOutput output, UnaryOperator<String> seal) {
    super(output);
    this.seal = seal;
  }

  @Override
  public void setContext(String tagName, @Nullable String attributeName) {
    super.setContext(tagName, attributeName);
    isAddress = attributeName != null && ADDRESSES.contains(attributeName);
  }

  @Override
  public void writeUserContent(@Nullable String value) {
    super.writeUserContent(isAddress && value != null ? seal.apply(value) : value);
  }
}
