/* Decodes and encodes PNG and JPEG in memory with the system's libpng and libjpeg. Pixels are blue, green, red, alpha, rows from the top, colours
   multiplied by alpha. */
#include <limits.h>
#include <png.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <jpeglib.h>
#include <jerror.h>

#define EXPORT __attribute__((visibility("default")))

enum { OK = 0, FAULT = 1 };

typedef struct { uint8_t *data; int64_t length; int32_t width, height; char message[256]; } buffer;

static int fault(buffer *out, const char *format, const char *text)
{
    free(out->data);
    out->data = NULL;
    snprintf(out->message, sizeof out->message, format, text);
    return FAULT;
}

/* Room for the pixels; a header may claim any size. */
static int allocate(buffer *out, int64_t width, int64_t height)
{
    if (width <= 0 || height <= 0 || width > INT_MAX / 4 / height) return fault(out, "the image has an impossible size%s", "");
    out->width = (int32_t)width;
    out->height = (int32_t)height;
    out->length = width * height * 4;
    out->data = calloc(1, (size_t)out->length);
    return out->data ? OK : fault(out, "the image is too large for the memory%s", "");
}

static void premultiply(uint8_t *pixels, int64_t length)
{
    for (int64_t i = 0; i < length; i += 4) {
        unsigned alpha = pixels[i + 3];
        if (alpha == 255) continue;
        for (int c = 0; c < 3; c++) pixels[i + c] = (uint8_t)((pixels[i + c] * alpha + 127) / 255);
    }
}

static int decode_png(const uint8_t *data, size_t length, buffer *out)
{
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, data, length)) return fault(out, "PNG: %s", image.message);
    image.format = PNG_FORMAT_BGRA;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    if (allocate(out, image.width, image.height) != OK) {
        png_image_free(&image);
        return FAULT;
    }
    if (!png_image_finish_read(&image, NULL, out->data, 0, NULL)) return fault(out, "PNG: %s", image.message);
    premultiply(out->data, out->length);
    return OK;
}

typedef struct { struct jpeg_error_mgr base; jmp_buf jump; int damaged; char text[JMSG_LENGTH_MAX]; } jpeg_errors;

static void jpeg_exit(j_common_ptr info)
{
    jpeg_errors *errors = (jpeg_errors *)info->err;
    errors->base.format_message(info, errors->text);
    longjmp(errors->jump, 1);
}

/* libjpeg goes on after damage, with invented pixels; such images are refused. Oddities that lose no pixels are not damage. */
static void jpeg_message(j_common_ptr info, int level)
{
    jpeg_errors *errors = (jpeg_errors *)info->err;
    if (level >= 0) return;
    switch (errors->base.msg_code) {
    case JWRN_ARITH_BAD_CODE: case JWRN_HIT_MARKER: case JWRN_HUFF_BAD_CODE: case JWRN_JPEG_EOF: case JWRN_MUST_RESYNC: case JWRN_NOT_SEQUENTIAL:
        if (!errors->damaged) errors->base.format_message(info, errors->text);
        errors->damaged = 1;
    }
}

static void jpeg_silent(j_common_ptr info) { (void)info; }

static struct jpeg_error_mgr *jpeg_handlers(jpeg_errors *errors)
{
    struct jpeg_error_mgr *base = jpeg_std_error(&errors->base);
    base->error_exit = jpeg_exit;
    base->emit_message = jpeg_message;
    base->output_message = jpeg_silent;
    errors->damaged = 0;
    errors->text[0] = 0;
    return base;
}

/* Adobe writes the four inks inverted, so that a byte is light and not ink. */
static void from_inks(uint8_t *pixels, int64_t length, int inverted)
{
    for (int64_t i = 0; i < length; i += 4) {
        unsigned ink[4];
        for (int c = 0; c < 4; c++) ink[c] = inverted ? pixels[i + c] : 255u - pixels[i + c];
        for (int c = 0; c < 3; c++) pixels[i + 2 - c] = (uint8_t)((ink[c] * ink[3] + 127) / 255);
        pixels[i + 3] = 255;
    }
}

static int decode_jpeg(const uint8_t *data, size_t length, buffer *out)
{
    struct jpeg_decompress_struct info;
    jpeg_errors errors;
    memset(&info, 0, sizeof info);
    info.err = jpeg_handlers(&errors);
    if (setjmp(errors.jump)) {
        jpeg_destroy_decompress(&info);
        return fault(out, "JPEG: %s", errors.text);
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, (unsigned char *)data, (unsigned long)length);
    jpeg_read_header(&info, TRUE);
    int inks = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
    info.out_color_space = inks ? JCS_CMYK : JCS_EXT_BGRA;
    if (allocate(out, info.image_width, info.image_height) != OK) {
        jpeg_destroy_decompress(&info);
        return FAULT;
    }
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height && !errors.damaged) {
        JSAMPROW row = out->data + (size_t)info.output_scanline * info.output_width * 4;
        jpeg_read_scanlines(&info, &row, 1);
    }
    int inverted = info.saw_Adobe_marker;
    if (!errors.damaged) jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    if (errors.damaged) return fault(out, "JPEG: %s", errors.text);
    if (inks) from_inks(out->data, out->length, inverted);
    return OK;
}

EXPORT int ml_image_decode(const uint8_t *data, int64_t length, buffer *out)
{
    memset(out, 0, sizeof *out);
    if (length >= 8 && png_sig_cmp(data, 0, 8) == 0) return decode_png(data, (size_t)length, out);
    if (length >= 3 && data[0] == 0xFF && data[1] == 0xD8 && data[2] == 0xFF) return decode_jpeg(data, (size_t)length, out);
    return fault(out, "neither PNG nor JPEG%s", "");
}

EXPORT int ml_image_encode_png(const uint8_t *pixels, int32_t width, int32_t height, buffer *out)
{
    memset(out, 0, sizeof *out);
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = (png_uint_32)width;
    image.height = (png_uint_32)height;
    image.format = PNG_FORMAT_BGRA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    out->data = malloc(size);
    if (!out->data) return fault(out, "the image is too large for the memory%s", "");
    if (!png_image_write_to_memory(&image, out->data, &size, 0, pixels, 0, NULL)) return fault(out, "PNG: %s", image.message);
    out->length = (int64_t)size;
    return OK;
}

EXPORT int ml_image_encode_jpeg(const uint8_t *pixels, int32_t width, int32_t height, buffer *out)
{
    struct jpeg_compress_struct info;
    jpeg_errors errors;
    unsigned char *volatile data = NULL;
    unsigned long length = 0;
    unsigned char *target = NULL;
    memset(out, 0, sizeof *out);
    memset(&info, 0, sizeof info);
    info.err = jpeg_handlers(&errors);
    if (setjmp(errors.jump)) {
        jpeg_destroy_compress(&info);
        free(data);
        return fault(out, "JPEG: %s", errors.text);
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &target, &length);
    info.image_width = (JDIMENSION)width;
    info.image_height = (JDIMENSION)height;
    info.input_components = 4;
    info.in_color_space = JCS_EXT_BGRA;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 100, TRUE);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = (JSAMPROW)pixels + (size_t)info.next_scanline * (size_t)width * 4;
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    data = target;
    out->data = target;
    out->length = (int64_t)length;
    jpeg_destroy_compress(&info);
    return OK;
}

EXPORT void ml_image_free(buffer *out)
{
    free(out->data);
    out->data = NULL;
}
