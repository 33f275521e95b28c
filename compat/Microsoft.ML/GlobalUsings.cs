global using System.Collections;
global using System.Collections.Immutable;
global using System.Globalization;
global using System.Reflection;
global using Microsoft.ML.Data;
global using Microsoft.ML.Runtime;
global using Microsoft.ML.Transforms;
