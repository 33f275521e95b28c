// The native half of compat/TorchSharp: libtorch's operators by name through the dispatcher, and the few things that are not operators.
// Every entry point catches what libtorch throws and leaves the message for ts_error(); none lets an exception reach managed code.

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/csrc/api/include/torch/serialize/archive.h>
#include <torch/csrc/api/include/torch/version.h>

#include <atomic>
#include <dlfcn.h>
#include <omp.h>
#include <string>
#include <vector>

#define EXPORT extern "C" __attribute__((visibility("default")))

using at::IValue;
using at::Tensor;

namespace {

thread_local std::string last_error;

template <class Body>
auto guarded(Body body, decltype(body()) failed) noexcept -> decltype(body()) {
  try {
    return body();
  } catch (const c10::Error& e) {
    last_error = e.what_without_backtrace();
  } catch (const std::exception& e) {
    last_error = e.what();
  } catch (...) {
    last_error = "libtorch threw something that is not a std::exception";
  }
  return failed;
}

// A tensor handle is the TensorImpl itself with one reference that the managed side owns; null is the undefined tensor.
using Handle = c10::TensorImpl*;
using TensorPointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

Tensor borrow(Handle h) { return h ? Tensor(TensorPointer::reclaim_copy(h)) : Tensor(); }
Handle give(Tensor t) { return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr; }

std::vector<Tensor> borrow(const Handle* handles, int64_t count) {
  std::vector<Tensor> tensors;
  tensors.reserve(count);
  for (int64_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

// OpenMP keeps its thread count per thread, so a count that one thread sets reaches another when that thread next calls in.
std::atomic<int> wanted_threads{0};
thread_local int seen_threads = -1;

void apply_threads() {
  int wanted = wanted_threads.load(std::memory_order_relaxed);
  if (seen_threads == wanted) return;
  seen_threads = wanted;
  if (wanted > 0) at::set_num_threads(wanted);
  omp_set_num_threads(at::get_num_threads());
}

enum Kind : int32_t {
  kNone, kTensor, kInt, kDouble, kBool, kComplex, kIntList, kDoubleList, kTensorList, kString, kGenerator, kDevice, kBoolList, kStringList
};

struct Arg {
  int32_t kind;
  int32_t length;
  union {
    int64_t i;
    double d;
    Handle tensor;
    const int64_t* ints;
    const double* doubles;
    const Handle* tensors;
    const char* text;
    c10::GeneratorImpl* generator;
  };
  double imaginary;
};

struct Result {
  int64_t kind;
  union {
    int64_t i;
    double d;
    Handle tensor;
  };
  double imaginary;
};

enum class Want { Other, Tensor, Float, IntList, FloatList, BoolList, OptionalTensorList };

struct Parameter {
  Want want = Want::Other;
  int32_t expand = 1;
  bool optional = false;
  c10::optional<IValue> fallback;
};

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Parameter> parameters;
};

Want wanted(c10::TypePtr type) {
  if (auto optional = type->cast<c10::OptionalType>()) type = optional->getElementType();
  if (type->kind() == c10::TypeKind::TensorType) return Want::Tensor;
  if (type->kind() == c10::TypeKind::FloatType) return Want::Float;
  auto list = type->cast<c10::ListType>();
  if (!list) return Want::Other;
  switch (list->getElementType()->kind()) {
    case c10::TypeKind::IntType: case c10::TypeKind::SymIntType: return Want::IntList;
    case c10::TypeKind::FloatType: return Want::FloatList;
    case c10::TypeKind::BoolType: return Want::BoolList;
    case c10::TypeKind::OptionalType: return Want::OptionalTensorList;
    default: return Want::Other;
  }
}

// A C# number stands for whatever number the schema asks for: a float, a list of one, a zero-dimensional tensor.
IValue number(IValue value, const Parameter& p) {
  switch (p.want) {
    case Want::Float: return value.isDouble() ? value : IValue(value.toScalar().toDouble());
    case Want::IntList: return IValue(std::vector<int64_t>(p.expand, value.toScalar().toLong()));
    case Want::Tensor: {
      Tensor wrapped = at::scalar_to_tensor(value.toScalar());
      wrapped.unsafeGetTensorImpl()->set_wrapped_number(true);
      return wrapped;
    }
    default: return value;
  }
}

IValue convert(const Arg& a, const Parameter& p) {
  switch (a.kind) {
    case kNone: return p.want == Want::Tensor && !p.optional ? IValue(Tensor()) : IValue();
    case kTensor: return borrow(a.tensor);
    case kInt: return number(IValue(a.i), p);
    case kDouble: return number(IValue(a.d), p);
    case kBool: return p.want == Want::Tensor || p.want == Want::Float ? number(IValue(a.i != 0), p) : IValue(a.i != 0);
    case kComplex: return number(IValue(c10::complex<double>(a.d, a.imaginary)), p);
    case kIntList: return IValue(std::vector<int64_t>(a.ints, a.ints + a.length));
    case kDoubleList: return IValue(std::vector<double>(a.doubles, a.doubles + a.length));
    case kBoolList: {
      c10::List<bool> list;
      for (int i = 0; i < a.length; i++) list.push_back(a.ints[i] != 0);
      return list;
    }
    case kTensorList: {
      if (p.want != Want::OptionalTensorList) return IValue(borrow(a.tensors, a.length));
      c10::List<c10::optional<Tensor>> list;
      for (int i = 0; i < a.length; i++)
        list.push_back(a.tensors[i] ? c10::optional<Tensor>(borrow(a.tensors[i])) : c10::nullopt);
      return list;
    }
    case kString: return IValue(std::string(a.text, a.length));
    case kStringList: {  // the only lists of texts in use are names of dimensions, which the dispatcher takes as qualified symbols
      c10::List<std::string> list;
      for (const char *at = a.text, *end = a.text + a.length; at < end; at += std::strlen(at) + 1)
        list.push_back("dimname::" + std::string(at));
      return list;
    }
    case kGenerator:
      return IValue(at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(a.generator)));
    case kDevice:
      return IValue(c10::Device(static_cast<c10::DeviceType>(a.i), static_cast<c10::DeviceIndex>(a.length)));
    default: TORCH_CHECK(false, "unknown argument kind ", a.kind);
  }
}

// Results that did not fit into the caller's array wait here for ts_more().
thread_local std::vector<Result> results;

void push_result(IValue&& value) {
  Result r{};
  if (value.isTensor()) { r.kind = kTensor; r.tensor = give(std::move(value).toTensor()); }
  else if (value.isInt()) { r.kind = kInt; r.i = value.toInt(); }
  else if (value.isDouble()) { r.kind = kDouble; r.d = value.toDouble(); }
  else if (value.isBool()) { r.kind = kBool; r.i = value.toBool(); }
  else if (value.isComplexDouble()) { r.kind = kComplex; r.d = value.toComplexDouble().real(); r.imaginary = value.toComplexDouble().imag(); }
  else if (value.isTensorList()) { for (Tensor t : value.toTensorVector()) push_result(IValue(std::move(t))); return; }
  else r.kind = kNone;
  results.push_back(r);
}

}  // namespace

EXPORT const char* ts_version() { return TORCH_VERSION; }

EXPORT const char* ts_error() { return last_error.c_str(); }

EXPORT Operator* ts_operator(const char* name, const char* overload) {
  return guarded([&]() -> Operator* {
    auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
    auto op = std::make_unique<Operator>(Operator{handle, {}});
    for (const c10::Argument& argument : handle.schema().arguments()) {
      Parameter p;
      p.want = wanted(argument.type());
      if (auto n = argument.N()) p.expand = *n;
      if (argument.default_value()) p.fallback = *argument.default_value();
      p.optional = argument.type()->kind() == c10::TypeKind::OptionalType;
      op->parameters.push_back(std::move(p));
    }
    return op.release();
  }, nullptr);
}

// Calls an operator. Missing trailing arguments take the schema's defaults. Returns the number of results, of which the first
// `capacity` are in `out`; -1 when libtorch threw.
EXPORT int ts_call(Operator* op, const Arg* args, int count, Result* out, int capacity) {
  return guarded([&] {
    apply_threads();
    results.clear();
    c10::Stack stack;
    stack.reserve(op->parameters.size());
    TORCH_CHECK(count <= static_cast<int>(op->parameters.size()), "too many arguments for ", op->handle.operator_name());
    for (size_t i = 0; i < op->parameters.size(); i++) {
      const Parameter& p = op->parameters[i];
      if (i < static_cast<size_t>(count)) stack.push_back(convert(args[i], p));
      else if (p.fallback) stack.push_back(*p.fallback);
      else TORCH_CHECK(false, op->handle.operator_name(), " lacks its argument ", op->handle.schema().arguments()[i].name());
    }
    op->handle.callBoxed(&stack);
    for (IValue& value : stack) push_result(std::move(value));
    for (int i = 0; i < std::min<int>(capacity, results.size()); i++) out[i] = results[i];
    return static_cast<int>(results.size());
  }, -1);
}

EXPORT void ts_more(Result* out) { std::copy(results.begin(), results.end(), out); }

EXPORT void ts_release(Handle h) { TensorPointer::reclaim(h); }

struct Meta {
  const int64_t* sizes;
  const int64_t* strides;
  int64_t offset, count;
  int32_t rank, dtype, device, device_index, layout, requires_grad, is_leaf, has_storage;
};

EXPORT int ts_meta(Handle h, Meta* meta) {
  return guarded([&] {
    bool strided = h->layout() == c10::kStrided;
    auto index = h->device().index();
    *meta = Meta{h->sizes().data(), strided ? h->strides().data() : nullptr, strided ? h->storage_offset() : 0, h->numel(),
                 static_cast<int32_t>(h->dim()), static_cast<int32_t>(c10::typeMetaToScalarType(h->dtype())),
                 static_cast<int32_t>(h->device().type()), index, static_cast<int32_t>(h->layout()), h->requires_grad(), 1, h->has_storage()};
    auto gradient = torch::autograd::impl::get_autograd_meta(borrow(h));
    meta->is_leaf = gradient == nullptr || gradient->grad_fn_ == nullptr;
    return 0;
  }, -1);
}

// The names of a tensor's dimensions, each followed by a zero byte; "*" for one without a name. Null when no dimension has one.
EXPORT const char* ts_names(Handle h) {
  return guarded([&]() -> const char* {
    static thread_local std::string joined;
    Tensor t = borrow(h);
    if (!t.has_names()) return nullptr;
    joined.clear();
    for (const at::Dimname& name : t.names()) joined.append(name.symbol().toUnqualString()).push_back('\0');
    return joined.c_str();
  }, nullptr);
}

EXPORT void* ts_data(Handle h) { return guarded([&] { return h->data(); }, nullptr); }

EXPORT Handle ts_from_memory(const void* data, const int64_t* sizes, int rank, int dtype) {
  return guarded([&] {
    Tensor t = at::empty(at::IntArrayRef(sizes, rank), at::TensorOptions(static_cast<c10::ScalarType>(dtype)));
    if (t.numel() > 0) std::memcpy(t.data_ptr(), data, t.nbytes());
    return give(std::move(t));
  }, nullptr);
}

// A tensor over memory that somebody else owns; `release(context)` runs when libtorch no longer needs it.
EXPORT Handle ts_over_memory(void* data, const int64_t* sizes, int rank, int dtype, void (*release)(void*), void* context) {
  return guarded([&] {
    return give(at::from_blob(data, at::IntArrayRef(sizes, rank), [=](void*) { release(context); },
                              at::TensorOptions(static_cast<c10::ScalarType>(dtype))));
  }, nullptr);
}

// The format of torch::save: an archive with the tensor under the name "0".
EXPORT int ts_save(Handle h, const char* path) {
  return guarded([&] {
    torch::serialize::OutputArchive archive;
    archive.write("0", borrow(h));
    archive.save_to(std::string(path));
    return 0;
  }, -1);
}

EXPORT Handle ts_load(const char* path) {
  return guarded([&] {
    torch::serialize::InputArchive archive;
    archive.load_from(std::string(path));
    Tensor t;
    archive.read("0", t);
    return give(std::move(t));
  }, nullptr);
}

EXPORT int ts_set_requires_grad(Handle h, int value) {
  return guarded([&] { borrow(h).set_requires_grad(value != 0); return 0; }, -1);
}

EXPORT int ts_retain_grad(Handle h) { return guarded([&] { borrow(h).retain_grad(); return 0; }, -1); }

EXPORT int ts_grad(Handle h, Handle* out) { return guarded([&] { *out = give(borrow(h).grad()); return 0; }, -1); }

EXPORT int ts_set_grad(Handle h, Handle gradient) {
  return guarded([&] { borrow(h).mutable_grad() = borrow(gradient); return 0; }, -1);
}

EXPORT int ts_set_data(Handle h, Handle source) { return guarded([&] { borrow(h).set_data(borrow(source)); return 0; }, -1); }

EXPORT int ts_detach_(Handle h) { return guarded([&] { borrow(h).detach_(); return 0; }, -1); }

// retain_graph: -1 means "as create_graph".
EXPORT int ts_backward(const Handle* tensors, int count, const Handle* gradients, int gradient_count, int retain_graph, int create_graph,
                       const Handle* inputs, int input_count) {
  return guarded([&] {
    apply_threads();
    auto retain = retain_graph < 0 ? c10::nullopt : c10::optional<bool>(retain_graph != 0);
    torch::autograd::backward(borrow(tensors, count), borrow(gradients, gradient_count), retain, create_graph != 0,
                              borrow(inputs, input_count));
    return 0;
  }, -1);
}

EXPORT int ts_autograd_grad(const Handle* outputs, int count, const Handle* inputs, int input_count, const Handle* gradients,
                            int gradient_count, int retain_graph, int create_graph, int allow_unused, Handle* out) {
  return guarded([&] {
    apply_threads();
    auto retain = retain_graph < 0 ? c10::nullopt : c10::optional<bool>(retain_graph != 0);
    auto found = torch::autograd::grad(borrow(outputs, count), borrow(inputs, input_count), borrow(gradients, gradient_count), retain,
                                       create_graph != 0, allow_unused != 0);
    for (size_t i = 0; i < found.size(); i++) out[i] = give(std::move(found[i]));
    return 0;
  }, -1);
}

EXPORT int ts_grad_enabled() { return c10::GradMode::is_enabled(); }
EXPORT void ts_set_grad_enabled(int enabled) { c10::GradMode::set_enabled(enabled != 0); }
EXPORT int ts_inference_enabled() { return c10::InferenceMode::is_enabled(); }
EXPORT void* ts_inference_enter(int enabled) { return new c10::InferenceMode(enabled != 0); }
EXPORT void ts_inference_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
EXPORT int ts_anomaly(int* check_nan) {
  *check_nan = torch::autograd::AnomalyMode::should_check_nan();
  return torch::autograd::AnomalyMode::is_enabled();
}
EXPORT void ts_set_anomaly(int enabled, int check_nan) { torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0); }

EXPORT c10::GeneratorImpl* ts_generator_new(uint64_t seed) {
  return guarded([&] { return at::make_generator<at::CPUGeneratorImpl>(seed).unsafeReleaseGeneratorImpl(); },
                 static_cast<c10::GeneratorImpl*>(nullptr));
}
EXPORT c10::GeneratorImpl* ts_generator_default() { return at::Generator(at::detail::getDefaultCPUGenerator()).unsafeReleaseGeneratorImpl(); }
EXPORT void ts_generator_release(c10::GeneratorImpl* g) { c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(g); }
EXPORT void ts_generator_set_seed(c10::GeneratorImpl* g, uint64_t seed) {
  std::lock_guard<std::mutex> lock(g->mutex_);
  g->set_current_seed(seed);
}
EXPORT uint64_t ts_generator_initial_seed(c10::GeneratorImpl* g) {
  std::lock_guard<std::mutex> lock(g->mutex_);
  return g->current_seed();
}
EXPORT uint64_t ts_generator_seed(c10::GeneratorImpl* g) {
  std::lock_guard<std::mutex> lock(g->mutex_);
  return g->seed();
}
EXPORT Handle ts_generator_state(c10::GeneratorImpl* g) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(g->mutex_);
    return give(Tensor(g->get_state()));
  }, nullptr);
}
EXPORT int ts_generator_set_state(c10::GeneratorImpl* g, Handle state) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(g->mutex_);
    g->set_state(*borrow(state).unsafeGetTensorImpl());
    return 0;
  }, -1);
}

EXPORT int ts_set_num_threads(int count) {
  return guarded([&] {
    TORCH_CHECK(count > 0, "set_num_threads expects a positive integer");
    wanted_threads.store(count);
    apply_threads();
    // The other flavours of OpenBLAS do not follow OpenMP's setting.
    if (auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(count);
    return 0;
  }, -1);
}
EXPORT int ts_get_num_threads() { apply_threads(); return at::get_num_threads(); }
EXPORT int ts_set_num_interop_threads(int count) { return guarded([&] { at::set_num_interop_threads(count); return 0; }, -1); }
EXPORT int ts_get_num_interop_threads() { return at::get_num_interop_threads(); }
