package org.vigie.text.safe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.Annotations;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AssessedAdvert;
import org.vigie.text.finding.NotAssessed;

/** Says in the JSON of an advert why it was not assessed, so that no empty list is misread. */
final class NotAssessedField extends VirtualBeanPropertyWriter {
  private static final long serialVersionUID = 1L;

  /** The field of adverts. */
  @JsonAppend(
      props =
          @JsonAppend.Prop(
              name = "notAssessed",
              value = NotAssessedField.class,
              include = JsonInclude.Include.NON_NULL))
  interface OfAdvert {}

  NotAssessedField() {}

  private NotAssessedField(
      BeanPropertyDefinition property, Annotations annotations, JavaType type) {
    super(property, annotations, type);
  }

  @Override
  protected @Nullable Object value(
      Object bean, JsonGenerator generator, SerializerProvider provider) {
    AssessedAdvert advert = (AssessedAdvert) bean;
    return advert.hasAssessment() ? null : NotAssessed.english(advert);
  }

  @Override
  public VirtualBeanPropertyWriter withConfig(
      MapperConfig<?> config,
      AnnotatedClass declaring,
      BeanPropertyDefinition property,
      JavaType type) {
    return new NotAssessedField(property, declaring.getAnnotations(), type);
  }
}
